-- Who looks after the toolkit in this database: owns its schema, and may do what readers and trainers may.
CREATE ROLE rec_admin;
