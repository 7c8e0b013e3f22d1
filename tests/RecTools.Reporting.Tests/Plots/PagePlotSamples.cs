namespace RecTools.Tests;

/// <summary>Made-up figures for the plots of pages.</summary>
internal static class PagePlotSamples
{
    /// <summary>The plots by name.</summary>
    public static IReadOnlyDictionary<string, Func<PlotData>> All { get; } = new Dictionary<string, Func<PlotData>>
    {
        ["intervals of 14 models"] = () => Intervals(14),
        ["interval of one model"] = () => Intervals(1),
        ["intervals of 40 models"] = () => Intervals(40),
        ["one line"] = () => Lines(1, 15),
        ["five lines with a diagonal"] = () => Lines(5, 10) with { HasDiagonal = true },
        ["lines of shares"] = () => Shares(),
        ["histogram of 10 ranges"] = () => Histogram(10),
        ["histogram of 24 ranges"] = () => Histogram(24),
        ["histogram of one range"] = () => Histogram(1),
        ["40 trials"] = () => Trials(40),
        ["one trial"] = () => Trials(1),
        ["scatter of 800 rules"] = () => new RuleScatterData { Title = "Rules", Rules = Rules(800) },
        ["scatter of one rule"] = () => new RuleScatterData { Title = "Rules", Rules = Rules(1) },
        ["graph of 40 rules"] = () => new RuleGraphData { Title = "Rules", Rules = Rules(40) },
        ["graph of one rule"] = () => new RuleGraphData { Title = "Rules", Rules = Rules(1) },
        ["matrix of 150 rules"] = () => new RuleMatrixData { Title = "Rules", Rules = Rules(150) },
        ["matrix of one rule"] = () => new RuleMatrixData { Title = "Rules", Rules = Rules(1) },
        ["scatter of 5 clusters"] = () => Sample.Scatter(3000, 5),
        ["dendrogram of 50 leaves"] = () => Sample.Tree(50, 5, labels: true),
        ["curve of 6 counts"] = () => Sample.Curve(6),
        ["heat map of 5 x 8"] = () => Sample.Profile(5, 8),
        ["heat map of 20 x 40"] = () => Sample.Profile(20, 40),
    };

    public static IntervalData Intervals(int count) => new()
    {
        Title = "Models", Label = "nDCG@10", Reference = 0.21, ReferenceName = "Popularity",
        Marks = [.. Enumerable.Range(0, count).Select(i => new IntervalMark($"Model {i} with a rather long name of its own", 0.48 - (i * 0.01), 0.46 - (i * 0.01), 0.5 - (i * 0.01), i % 3))],
    };

    public static PlotRule[] Rules(int count)
    {
        var random = new SeededRandom(count);
        string[] items = ["whole milk", "yogurt", "butter", "root vegetables", "whipped/sour cream", "tropical fruit", "other vegetables of the season and more", "soda", "pip fruit", "curd"];
        string Item(int i) => i < items.Length ? items[i] : $"{items[i % items.Length]} {i}";
        return
        [
            .. Enumerable.Range(1, count).Select(i => new PlotRule(
                i, [Item(random.Next(20)), Item(20 + random.Next(10))], [Item(random.Next(12) + 40)], Math.Pow(10, -3 + (2 * random.NextDouble())), 0.2 + (0.6 * random.NextDouble()), 1 + (4 * random.NextDouble()))),
        ];
    }

    private static LineData Lines(int lines, int points) => new()
    {
        Title = "Loss", LabelX = "Step", LabelY = "Loss", IsWhole = true,
        Lines = [.. Enumerable.Range(1, lines).Select(line => new LineSeries(
            $"Line {line}", [.. Enumerable.Range(1, points).Select(i => (double)i)], [.. Enumerable.Range(1, points).Select(i => i == 3 ? double.NaN : 90000.0 / (i + line))]))],
    };

    private static LineData Shares() => new()
    {
        Title = "Long tail", LabelX = "Share of the items", LabelY = "Share that they hold", IsShare = true,
        Lines = [.. Enumerable.Range(1, 4).Select(line => new LineSeries(
            $"Lists of a model with the number {line}", [.. Enumerable.Range(0, 51).Select(i => i / 50.0)], [.. Enumerable.Range(0, 51).Select(i => 1 - Math.Pow(1 - (i / 50.0), 2 * line))]))],
    };

    private static HistogramData Histogram(int ranges) => new()
    {
        Title = "Rows of a user", LabelX = "Rows", Noun = "users", Ranges = [.. Enumerable.Range(0, ranges).Select(i => $"{(i * 1000) + 1:N0}–{(i + 1) * 1000:N0}")],
        Counts = [.. Enumerable.Range(0, ranges).Select(i => 123_456L / (i + 1))],
    };

    private static TrialData Trials(int count) => new()
    {
        Title = "Trials", Label = "nDCG@10", Noun = "trials", FoldValues = [.. Enumerable.Range(0, count).Select(i => i % 7 == 6 ? Array.Empty<double>() : [0.4, 0.41, 0.42 + (i * 0.001)])],
        Value = [.. Enumerable.Range(0, count).Select(i => i % 7 == 6 ? double.NaN : 0.41 + (i * 0.0003))], IsFinished = [.. Enumerable.Range(0, count).Select(i => i % 7 != 6)],
    };
}
