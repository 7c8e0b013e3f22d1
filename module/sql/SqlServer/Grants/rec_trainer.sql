-- What a run needs: the rows of rec, and to make and drop its tables and views there. What it reads elsewhere, somebody must let it read.
GRANT INSERT, UPDATE, DELETE, EXECUTE ON SCHEMA::rec TO rec_trainer;
-- SELECT can be passed on, for the flip gives it to rec_reader. A T-SQL compatible server may not know these rights, nor parse them; a run there needs db_owner.
IF SERVERPROPERTY(N'Babelfish') IS NULL
    EXEC (N'
GRANT SELECT ON SCHEMA::rec TO rec_trainer WITH GRANT OPTION;
GRANT ALTER ON SCHEMA::rec TO rec_trainer;
GRANT CREATE TABLE TO rec_trainer;
GRANT CREATE VIEW TO rec_trainer;
GRANT VIEW DEFINITION ON ROLE::rec_reader TO rec_trainer;');
ELSE
    EXEC (N'GRANT SELECT ON SCHEMA::rec TO rec_trainer;');
