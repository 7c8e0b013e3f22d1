-- Owning the schema gives everything within it (see Schema/Owner); what lies outside comes with the other two roles.
ALTER ROLE rec_reader ADD MEMBER rec_admin;
ALTER ROLE rec_trainer ADD MEMBER rec_admin;
