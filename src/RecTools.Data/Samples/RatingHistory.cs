namespace RecTools.Data;

/// <summary>One rating.</summary>
internal readonly record struct SampleRating(int Customer, int Product, int Rating, DateTime RatedAt);

/// <summary>Makes the ratings: mean + customer + product + taste + noise, rounded to 1 to 5 stars.</summary>
internal static class RatingHistory
{
    private const double Mean = 3.6;
    private const double PerCustomer = 30;

    /// <summary>Ratings of all customers; nobody rates a product twice.</summary>
    public static List<SampleRating> Make(TasteModel tastes, SeededRandom random)
    {
        var ratings = new List<SampleRating>((int)(tastes.Customers.Length * PerCustomer));
        var quality = new double[tastes.Products.Length];
        for (var product = 0; product < quality.Length; product++)
        {
            quality[product] = 0.3 * random.NextGaussian();
        }

        for (var customer = 0; customer < tastes.Customers.Length; customer++)
        {
            var chances = tastes.Chances(customer);
            var mildness = 0.35 * random.NextGaussian();
            var count = Math.Clamp((int)Math.Round(PerCustomer * tastes.Customers[customer].Activity), 3, tastes.Products.Length / 3);
            var rated = new HashSet<int>();
            for (var tries = 0; rated.Count < count && tries < count * 20; tries++)
            {
                // Half of what people rate they come upon by chance, or else nobody would ever dislike anything.
                var product = random.NextDouble() < 0.5 ? TasteModel.Pick(chances, ref random) : random.Next(quality.Length);
                if (rated.Add(product))
                {
                    var opinion = Mean + mildness + quality[product] + tastes.Affinity(customer, product) + (0.45 * random.NextGaussian());
                    ratings.Add(new SampleRating(customer, product, (int)Math.Clamp(Math.Round(opinion), 1, 5), SampleShop.TimeOf(tastes.Customers[customer], ref random)));
                }
            }
        }

        return ratings;
    }
}
