-- Applications and reports: run the procedures, read what is published.
CREATE ROLE rec_reader;
