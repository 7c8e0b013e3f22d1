-- Readers run what serves. SELECT on a published view comes with the view, see Views/Grant; stored models, runs and rejected rows hold more than readers need.
GRANT EXECUTE ON rec.Recommend TO rec_reader;
GRANT EXECUTE ON rec.SimilarItem TO rec_reader;
GRANT EXECUTE ON rec.GoesWith TO rec_reader;
GRANT EXECUTE ON rec.ModelHistory TO rec_reader;
GRANT EXECUTE ON rec.LatestMetric TO rec_reader;
GRANT EXECUTE ON rec.IdParameter TO rec_reader;
-- A T-SQL compatible server may have tables from functions executed where SQL Server has them selected from.
IF SERVERPROPERTY(N'Babelfish') IS NULL
    EXEC (N'
GRANT SELECT ON rec.RunsOf TO rec_reader;
GRANT SELECT ON rec.MetricsOf TO rec_reader;
GRANT SELECT ON rec.MetricHistory TO rec_reader;');
ELSE
    EXEC (N'
GRANT EXECUTE ON rec.RunsOf TO rec_reader;
GRANT EXECUTE ON rec.MetricsOf TO rec_reader;
GRANT EXECUTE ON rec.MetricHistory TO rec_reader;');
