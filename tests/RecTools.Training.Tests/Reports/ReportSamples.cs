namespace RecTools.Tests;

/// <summary>Made-up measurements to report on.</summary>
internal static class ReportSamples
{
    public const string Hostile = "</td><script>alert('x')</script> & \"Co\" | *b*";

    private static readonly string[] Names =
    [
        "ImplicitAls", "Ease", "Embedding", "Hybrid", "ItemKnn", "UserKnn", "ContentBased", "AssociationRules", "BayesianFactorization", "Als", "Nightly shop model with a long name",
        "Popularity", "Bias", "Broken",
    ];

    public static DataSummary Data => new()
    {
        Source = "table dbo.Rating", RowsRead = 100_120, MergedRows = 20, Duplicates = "Last: 20 rows merged into others", InteractionCount = 100_000, UserCount = 943, ItemCount = 1682,
        Density = 100_000 / (943.0 * 1682), HasValues = true, FirstDay = new DateTime(1997, 9, 20), LastDay = new DateTime(1998, 4, 22),
        Rejected = [new("ItemId is NULL", 80, "7, NULL, 3.5"), new("Value is no number", 20, Hostile)],
        LeftOut = [],
        UserActivity = [new(1, 1, 0), new(2, 2, 0), new(3, 5, 0), new(6, 10, 12), new(11, 20, 120), new(21, 50, 330), new(51, 100, 220), new(101, 200, 190), new(201, 500, 68), new(501, 1000, 3)],
        ItemActivity = [new(1, 1, 141), new(2, 2, 68), new(3, 5, 170), new(6, 10, 190), new(11, 20, 210), new(21, 50, 320), new(51, 100, 250), new(101, 200, 210), new(201, 500, 120), new(501, 1000, 3)],
        Values = [new(1, 1, 6110), new(2, 2, 11370), new(3, 3, 27145), new(4, 4, 34174), new(5, 5, 21201)],
    };

    public static LeakFinding Leak => new(
        SplitKind.RandomUser, 24_934, 23_118, 940, "User 7 has a test row of 1997-11-02, and 1998-01-03 is the time of a row that was learned from.",
        "23,118 of 24,934 test rows (92.7 %) lie before rows of the same user that were learned from: the split RandomUser tells the model the future.")
    {
        Instead = [new("Holdout", "nDCG", 10, 0.3511, 0.3302, 0.3720)],
    };

    public static ModelMeasurement Measurement(string name = "ImplicitAls", double quality = 0.4874, bool rates = false) => new()
    {
        Name = name,
        Algorithm = name.Contains(' ') ? "ImplicitAls" : name,
        Options = new Dictionary<string, object?> { ["Factors"] = 64, ["Regularization"] = 0.02, ["Sweeps"] = 15, ["Solver"] = "Cholesky" },
        Split = new SplitRequest { Kind = SplitKind.RandomUser, Holdout = 0.25 }, K = 10, TrainRows = 75_066, TestRows = 24_934, UsersMeasured = 943,
        Metrics =
        [
            .. rates ? [new MetricValue("Holdout", "RMSE", null, 0.9253, 0.9178, 0.9331), new MetricValue("Holdout", "MAE", null, 0.7291, 0.7222, 0.7355)] : Array.Empty<MetricValue>(),
            new("Holdout", "nDCG", 10, quality, quality - 0.0163, quality + 0.0157), new("Holdout", "Precision", 10, quality * 0.82, quality * 0.79, quality * 0.85),
            new("Holdout", "Recall", 10, quality * 0.45, quality * 0.43, quality * 0.47), new("Holdout", "HitRate", 10, Math.Min(1, quality * 1.9), quality * 1.85, Math.Min(1, quality * 1.95)),
            new("Holdout", "MAP", 10, quality * 0.31, quality * 0.3, quality * 0.33), new("Holdout", "Coverage", 10, 0.34, null, null), new("Holdout", "Novelty", 10, 2.31, 2.2, 2.4),
            new("Holdout", "PopularityBias", 10, 0.42, 0.38, 0.46),
        ],
        Segments =
        [
            new("History", "1 to 19 rows", 120, [new("Holdout", "nDCG", 10, quality * 0.7, quality * 0.6, quality * 0.8)]),
            new("History", "20 to 49 rows", 330, [new("Holdout", "nDCG", 10, quality * 0.9, quality * 0.85, quality * 0.95)]),
            new("History", "50 rows and more", 493, [new("Holdout", "nDCG", 10, quality * 1.15, quality * 1.1, quality * 1.2)]),
        ],
        Leak = Leak,
        Calibration = rates ? [.. Enumerable.Range(0, 10).Select(i => new CalibrationBin(1 + (i * 0.4), 1.4 + (i * 0.4), 2493, 1.2 + (i * 0.4), 1.35 + (i * 0.37)))] : [],
        LongTail = [.. Enumerable.Range(0, 51).Select(i => new LongTailPoint(i / 50.0, 1 - Math.Pow(1 - (i / 50.0), 4), 1 - Math.Pow(1 - (i / 50.0), 6 + (20 * quality))))],
        Steps = [.. Enumerable.Range(1, 15).Select(i => new TrainingStep(i, 90_000 / (1 + (0.4 * i)), 0.06, "nDCG", 0.4 + (0.08 * (1 - Math.Exp(-i / 4.0)))))],
        Data = Data,
        Samples =
        [
            .. from user in new[] { 7, 311, 405 }
               from rank in Enumerable.Range(1, 5)
               select new Recommendation(user, rank, (user * rank % 97) + 1, 1.4f - (0.1f * rank), "because of Star Wars (1977), Alien (1979) and Brazil (1985)", ItemName: rank == 3 ? Hostile : $"Film {rank} (199{rank})"),
        ],
        FitTime = TimeSpan.FromSeconds(1.91), ScoreTime = TimeSpan.FromSeconds(0.43), PeakBytes = 34_500_000, ModelBytes = 1_350_000,
        Warnings = ["3 of 14 models lose to Popularity."],
    };

    /// <summary>A comparison of fourteen models, one of which failed.</summary>
    public static ModelComparison Comparison
    {
        get
        {
            var entries = Names.Select((name, i) => Entry(name, i)).ToArray();
            var comparison = new ModelComparison
            {
                Metric = "nDCG", Split = entries[0].Measurement!.Split, K = 10, Entries = entries, Data = Data, Leak = Leak, Warnings = ["Bias loses to Popularity."],
            };
            return comparison with { Entries = [.. entries.Select(entry => entry with { Comparison = comparison })] };
        }
    }

    public static SearchResult Search => new()
    {
        Algorithm = "ImplicitAls", Metric = "nDCG", K = 10, Options = new Dictionary<string, object?> { ["Factors"] = 96, ["Regularization"] = 0.0125 }, ValidationValue = 0.4712,
        TestMetrics = [new("Test", "nDCG", 10, 0.4869, 0.4711, 0.5021), new("Test", "MAP", 10, 0.1533, 0.1466, 0.1602)],
        DefaultTestMetrics = [new("Test", "nDCG", 10, 0.4391, 0.4242, 0.4538), new("Test", "MAP", 10, 0.1311, 0.1242, 0.1381)], PValue = 0.0004,
        Trials = [.. Enumerable.Range(1, 40).Select(Trial)], StoppedBecause = "the time budget of 10 min was used up", Reason = "better than the defaults on the validation folds", Elapsed = TimeSpan.FromSeconds(601.3), TrialPath = "/srv/trials.jsonl",
        ConfigPath = "/srv/best.job.json", Data = Data,
    };

    public static AssociationRule[] Rules(int count = 60) =>
    [
        .. Enumerable.Range(1, count).Select(i => new AssociationRule
        {
            RuleId = i, Antecedent = i == 2 ? "\"a, b\", </script>" : $"item {i % 13}, item {(i * 7 % 17) + 13}", Consequent = $"whole milk {i % 5}", AntecedentItems = [i % 13, (i * 7 % 17) + 13],
            ConsequentItems = [100 + (i % 5)], Count = 300 - i, Support = (300.0 - i) / 9835, Confidence = 0.9 - (i * 0.01), Lift = 1.2 + (i * 37 % 50 / 10.0), Leverage = 0.02 / i,
            Conviction = 1.5, Cosine = 0.3, Kulczynski = 0.4, ImbalanceRatio = 0.2, Importance = 0.5, PValue = 1e-9, AdjustedPValue = 1e-7,
        }),
    ];

    private static LeaderboardEntry Entry(string name, int i)
    {
        var quality = 0.4874 - (i * 0.031);
        var failed = name == "Broken";
        var measurement = failed ? null : Measurement(name, quality, rates: name is "Als" or "Bias" or "BayesianFactorization");
        return new LeaderboardEntry
        {
            Rank = i + 1, Name = name, Algorithm = measurement?.Algorithm ?? "Embedding", Metric = "nDCG", Value = failed ? null : quality, Lower = failed ? null : quality - 0.0163, Upper = failed ? null : quality + 0.0157,
            Difference = failed ? null : quality - 0.4874, PValue = i == 0 || failed ? null : 0.2 / (i * i * i), FitTime = TimeSpan.FromSeconds(1.9 * (i + 1)), ScoreTime = TimeSpan.FromSeconds(0.4), PeakBytes = 34_500_000,
            Verdict = failed ? "failed" : i == 0 ? "best" : i < 3 ? "no different from the best" : name == "Bias" ? "worse than Popularity" : "worse",
            Error = failed ? "The training diverged." : null, Measurement = measurement,
        };
    }

    private static SearchTrial Trial(int number)
    {
        var value = 0.42 + (0.05 * (1 - Math.Exp(-number / 10.0))) + (0.012 * Math.Sin(number * 1.7));
        var status = number % 11 == 0 ? TrialStatus.Failed : number % 3 == 0 ? TrialStatus.Dropped : TrialStatus.Finished;
        return new SearchTrial
        {
            Number = number, Algorithm = "ImplicitAls", Options = new Dictionary<string, object?> { ["Factors"] = 16 + (number * 5 % 112), ["Regularization"] = 0.001 * number }, Status = status,
            FoldValues = status == TrialStatus.Failed ? [] : status == TrialStatus.Dropped ? [value] : [value - 0.006, value, value + 0.006], Value = status == TrialStatus.Failed ? null : value,
            Seconds = 3.1 + (number % 7), Error = status == TrialStatus.Failed ? "The training diverged." : null,
        };
    }
}
