namespace RecTools.Training;

/// <summary>The report of a run, and of the model that it stored.</summary>
internal static class RunReport
{
    /// <summary>The report.</summary>
    /// <param name="run">What is known of the run.</param>
    /// <param name="model">What the stored model tells; null where it is not there.</param>
    public static Report Of(RunFacts run, ModelParts? model)
    {
        var clusters = model?.Clusters ?? run.Result?.Clusters ?? [];
        return new ReportParts()
            .Add("overview", "Overview", [.. Notices(run, model), Overview(run)])
            .Add("metrics", clusters.Count > 0 ? "How good the groups are" : "How good it is", MetricBlocks.Of(run.Metrics))
            .Add("rules", "The rules", model?.Rules is { } rules ? RuleBlocks.Of(rules) : [])
            .Add("groups", "The groups", [.. ClusterBlocks.Of(clusters, model?.Source), model?.Scatter])
            .Add("found", "How the groups were found", ClusterBlocks.Curve(run.Metrics), model?.Tree)
            .Add("samples", "A look at its lists", SampleBlocks.Of(model?.Samples ?? []))
            .Add("learning", "How it learned", CurveBlocks.Of(run.Steps))
            .Add("data", "The rows", Data(run, model))
            .Add("settings", "Settings", run.Options.Count == 0 ? null : SettingBlocks.Options(run.Options))
            .Add("provenance", "Where it comes from", Provenance(run, model))
            .ToReport(TitleOf(run, model), clusters.Count > 0 ? "Groups of customers" : model?.Rules is not null ? "Association rules" : "Training run", Summary(run, model, clusters));
    }

    private static string TitleOf(RunFacts run, ModelParts? model) =>
        run.RunId is { } id && model is null ? FormattableString.Invariant($"{run.ModelName}: run {id}") : run.ModelName;

    private static string Summary(RunFacts run, ModelParts? model, IReadOnlyList<Cluster> clusters)
    {
        var state = run.Status switch
        {
            RunStatus.Succeeded => "",
            RunStatus.Running => " It has not ended yet.",
            _ => $" It ended as {run.Status}: nothing of it was published.",
        };
        string[] foremost = ["nDCG", "RMSE"];
        var figure = foremost.Select(name => run.Metrics.FirstOrDefault(metric => metric.Name == name && MetricBlocks.IsMeasured(metric) && !metric.IsAsShown)).OfType<MetricValue>().FirstOrDefault();
        var found = model?.Rules is { } rules ? FormattableString.Invariant($"{rules.Count:N0} rules")
            : clusters.Count > 0 ? FormattableString.Invariant($"{clusters.Sum(cluster => cluster.Size):N0} customers in {clusters.Count:N0} groups")
            : figure is not null ? MetricText.Sentence(figure)
            : "nothing was measured";
        return $"{run.Algorithm}: {found}.{state}";
    }

    private static IEnumerable<ReportBlock> Notices(RunFacts run, ModelParts? model)
    {
        if (run.Record is { ErrorMessage: { } message } failed)
        {
            yield return new NoticeBlock($"Ended by {failed.ErrorId}", message);
        }

        foreach (var notice in model?.Notices ?? [])
        {
            yield return new NoticeBlock("Not all could be shown", notice, IsWarning: false);
        }
    }

    private static FactsBlock Overview(RunFacts run) => new(
    [
        new("model", "Model", run.ModelName),
        new("algorithm", "Algorithm", run.Algorithm),
        new("status", "Run", run.Status),
        new("isCurrent", "In use now", run.Record?.IsCurrent),
        new("rowsRead", "Rows read", run.RowsRead, CellFormat.Count),
        new("rowsRejected", "Rows set aside", run.Result?.RowsRejected ?? run.Record?.RowsRejected, CellFormat.Count),
        new("rowsWritten", "Rows published", run.Record?.RowsWritten ?? run.Result?.Published.Sum(table => table.RowCount), CellFormat.Count),
        new("elapsed", "Time", run.Result?.Elapsed ?? (run.Record?.EndedAt - run.Record?.StartedAt), CellFormat.Duration),
    ]);

    private static IEnumerable<ReportBlock> Data(RunFacts run, ModelParts? model)
    {
        var known = new { run.RowsRead, run.Rejected, run.LeftOut };
        if (model?.Data is { } data)
        {
            return DataBlocks.Of(data with
            {
                RowsRead = known.RowsRead, Rejected = known.Rejected, LeftOut = known.LeftOut, Duplicates = run.Result?.Duplicates,
            });
        }

        return DataBlocks.Quality(known.Rejected, known.LeftOut, known.RowsRead);
    }

    private static IEnumerable<ReportBlock> Provenance(RunFacts run, ModelParts? model)
    {
        ReportFact[] facts =
        [
            new("runId", "Run", run.RunId),
            new("startedAt", "Started", run.Record?.StartedAt, CellFormat.Moment),
            new("endedAt", "Ended", run.Record?.EndedAt, CellFormat.Moment),
            new("host", "Computer", run.Record?.Host),
            new("version", "RecTools", run.Record?.Version),
            new("database", "Database", model?.Database),
            new("inputHash", "SHA-256 of the rows", run.Record?.InputHash ?? run.Result?.InputHash, CellFormat.Code),
            new("resultHash", "SHA-256 of the result", run.Record?.ResultHash ?? run.Result?.ResultHash, CellFormat.Code),
            new("modelHash", "SHA-256 of the model", model?.Info.Sha256, CellFormat.Code),
            new("modelBytes", "Size of the model", model?.Info.Size, CellFormat.Bytes),
        ];
        yield return new FactsBlock([.. facts.Where(fact => fact.Value is not null)]);
        if (run.Result is { Stages.Count: > 0 } timed)
        {
            yield return new TableBlock(
                "Time by stage", [new("stage", "Stage"), new("seconds", "Time", CellFormat.Duration)], [.. timed.Stages.Select(stage => new object?[] { stage.Key, stage.Value })]);
        }

        if (run.Result is { Published.Length: > 0 } published)
        {
            yield return new TableBlock(
                "Published", [new("name", "Table or view", CellFormat.Code), new("rows", "Rows", CellFormat.Count)], [.. published.Published.Select(table => new object?[] { table.Name, table.RowCount })]);
        }
    }
}
