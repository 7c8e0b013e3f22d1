namespace RecTools.Data;

/// <summary>The range of a shop for outdoor and home: 30 kinds of things, each by several makers.</summary>
internal static class ProductRange
{
    /// <summary>Products at most: kinds x makers x models.</summary>
    public const int Largest = 1500;

    private static readonly (string Category, string Subcategory, double Price)[] Kinds =
    [
        ("Camping", "Tent", 189), ("Camping", "Tent pegs", 12), ("Camping", "Sleeping bag", 95), ("Camping", "Sleeping mat", 48), ("Camping", "Camping stove", 59),
        ("Camping", "Gas cartridge", 7), ("Camping", "Head torch", 29), ("Hiking", "Hiking boots", 139), ("Hiking", "Hiking socks", 14), ("Hiking", "Backpack", 99),
        ("Hiking", "Rain cover", 18), ("Hiking", "Trekking poles", 54), ("Hiking", "Water bottle", 17), ("Running", "Running shoes", 119), ("Running", "Running shorts", 34),
        ("Running", "Running shirt", 29), ("Running", "Sports watch", 179), ("Cycling", "Bike helmet", 64), ("Cycling", "Bike light", 32), ("Cycling", "Bike lock", 39),
        ("Cycling", "Bike pump", 26), ("Cycling", "Cycling gloves", 22), ("Kitchen", "Coffee maker", 89), ("Kitchen", "Coffee beans", 13), ("Kitchen", "Chef's knife", 69),
        ("Kitchen", "Cutting board", 24), ("Kitchen", "Frying pan", 44), ("Garden", "Garden shears", 31), ("Garden", "Plant pot", 16), ("Garden", "Potting soil", 9),
    ];

    private static readonly string[] Makers = ["Alder", "Birchwood", "Corvus", "Dunmore", "Eiger", "Fjellby", "Gannet", "Harrow", "Islay", "Juniper"];

    private static readonly string[] Models = ["Classic", "Light", "Pro", "Trail", "Compact"];

    private static readonly string[] Properties = ["light", "robust", "recycled", "waterproof", "compact", "premium", "beginner", "family"];

    /// <summary>Makes the range; every kind of thing comes round before any comes twice.</summary>
    public static SampleProduct[] Make(int count, SeededRandom random)
    {
        var products = new SampleProduct[count];
        for (var i = 0; i < count; i++)
        {
            var (category, subcategory, price) = Kinds[i % Kinds.Length];
            var variant = i / Kinds.Length;

            // Makers and models in another order for every kind, each pair once.
            var maker = Makers[(variant + (i % Kinds.Length * 3)) % Makers.Length];
            var model = Models[variant / Makers.Length % Models.Length];
            var first = Properties[random.Next(Properties.Length)];
            var second = Properties[random.Next(Properties.Length)];
            products[i] = new SampleProduct
            {
                Id = i + 1,
                Name = $"{subcategory} {maker} {model}",
                Category = category,
                Subcategory = subcategory,
                Brand = maker,
                Price = Math.Round(price * Math.Exp(0.35 * random.NextGaussian()) * 20) / 20,
                Tags = first == second ? first : $"{first}|{second}",
                Description = $"{subcategory} by {maker} for {category.ToLowerInvariant()}, {first} and made to last.",
            };
        }

        return products;
    }

    /// <summary>Number of a product's kind of thing.</summary>
    public static int KindOf(int product) => product % Kinds.Length;

    /// <summary>Kinds of things.</summary>
    public static int KindCount => Kinds.Length;

    /// <summary>First product of a kind of thing; the best-known one of it.</summary>
    public static int FirstOf(string subcategory) => Array.FindIndex(Kinds, kind => kind.Subcategory == subcategory);
}
