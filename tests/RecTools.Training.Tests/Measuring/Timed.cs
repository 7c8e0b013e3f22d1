using RecTools.Training;

namespace RecTools.Tests;

/// <summary>A shop whose ratings have times, and requests to measure on them.</summary>
internal static class Timed
{
    /// <summary>Ratings a day apart for each user, in the order of a shuffle of its items.</summary>
    public static Shop Shop()
    {
        var shop = Tests.Shop.WithRatings(users: 60, items: 30);
        shop.Execute("UPDATE Rating SET RatedAt = date('2025-01-01', '+' || ((ItemId * 17 + UserId) % 31) || ' days')");
        return shop;
    }

    /// <summary>What measures an algorithm on the table Rating.</summary>
    public static MeasurementRequest Algorithm(string algorithm, SplitKind split = SplitKind.RandomUser) => new()
    {
        Training = Tests.Shop.Request(algorithm, model: algorithm) with { Split = new SplitRequest { Kind = split } },
    };

    /// <summary>What measures a stored model on its own rows.</summary>
    public static MeasurementRequest Stored(string name, SplitRequest? split = null) => new()
    {
        StoredModel = name,
        Training = Tests.Shop.Request("", model: "") with { Source = new InteractionSource(), Split = split ?? new SplitRequest() },
    };

    /// <summary>Measures.</summary>
    public static ModelMeasurement Measure(this Shop shop, MeasurementRequest request, IRunObserver? observer = null) =>
        ModelMeasurer.Measure(request, shop.Connection, observer ?? SilentObserver.Instance, TestContext.Current.CancellationToken);

    /// <summary>The error of a request that cannot be measured.</summary>
    public static RecException Refuses(this Shop shop, MeasurementRequest request) => Assert.Throws<RecException>(() => shop.Measure(request));

    /// <summary>A figure.</summary>
    public static MetricValue Of(this IEnumerable<MetricValue> metrics, string name) => metrics.First(metric => metric.Name == name);
}
