namespace RecTools.Data;

/// <summary>A rule that holds in the orders because it was put there: who buys the one often buys the other with it.</summary>
/// <param name="Antecedent">Number of the product that is bought.</param>
/// <param name="Consequent">Number of the product that goes with it.</param>
/// <param name="Chance">How often it is added.</param>
public sealed record PlantedRule(int Antecedent, int Consequent, double Chance)
{
    /// <summary>All rules, between the first product of each kind.</summary>
    internal static IReadOnlyList<PlantedRule> All { get; } =
    [
        .. new (string If, string Then, double Chance)[]
        {
            ("Tent", "Tent pegs", 0.62), ("Tent", "Head torch", 0.45), ("Sleeping bag", "Sleeping mat", 0.55), ("Camping stove", "Gas cartridge", 0.68),
            ("Hiking boots", "Hiking socks", 0.58), ("Backpack", "Rain cover", 0.48), ("Running shoes", "Running shirt", 0.42), ("Bike helmet", "Bike light", 0.47),
            ("Bike lock", "Bike pump", 0.40), ("Coffee maker", "Coffee beans", 0.66), ("Chef's knife", "Cutting board", 0.52), ("Plant pot", "Potting soil", 0.60),
        }.Select(rule => new PlantedRule(ProductRange.FirstOf(rule.If) + 1, ProductRange.FirstOf(rule.Then) + 1, rule.Chance)),
    ];
}
