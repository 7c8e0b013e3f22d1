namespace RecTools.Data;

/// <summary>A planted group of customers: how often, how lately, how dear and in which department they buy.</summary>
/// <param name="Name">What it is called in tests.</param>
/// <param name="Share">Its share of all customers.</param>
/// <param name="Orders">Orders of a member on average.</param>
/// <param name="LastDays">Days before the end of the history within which members are active.</param>
/// <param name="FirstDays">Days before the end of the history at which members begin.</param>
/// <param name="PriceTaste">Liking for what is dear; below 0 for what is cheap.</param>
/// <param name="Categories">Departments they like.</param>
internal sealed record SampleGroup(string Name, double Share, double Orders, int LastDays, int FirstDays, double PriceTaste, string[] Categories)
{
    /// <summary>All groups.</summary>
    public static IReadOnlyList<SampleGroup> All { get; } =
    [
        new("Regulars", 0.25, 30, 0, 730, 0, ["Hiking", "Camping"]),
        new("Big spenders", 0.12, 28, 0, 700, 1.2, ["Running", "Camping"]),
        new("Bargain hunters", 0.25, 16, 20, 650, -1.2, ["Kitchen", "Garden"]),
        new("Newcomers", 0.18, 9, 0, 120, 0, ["Cycling", "Running"]),
        new("Lapsed", 0.20, 13, 300, 730, 0.2, ["Cycling", "Garden"]),
    ];
}
