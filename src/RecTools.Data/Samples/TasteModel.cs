namespace RecTools.Data;

/// <summary>The planted tastes: a few numbers for every customer and product whose product says how much the one likes the other.</summary>
internal sealed class TasteModel
{
    private const int Dimensions = 6;
    private readonly double[][] customerTaste;
    private readonly double[][] productNature;
    private readonly double[] popularity;
    private readonly double[] weights;

    /// <summary>Draws the tastes.</summary>
    public TasteModel(SampleCustomer[] customers, SampleProduct[] products, SeededRandom random)
    {
        var kinds = Draw(ProductRange.KindCount, 0.75, ref random);
        productNature = Draw(products.Length, 0.65, ref random);
        for (var product = 0; product < products.Length; product++)
        {
            Add(productNature[product], kinds[ProductRange.KindOf(product)]);
        }

        customerTaste = Draw(customers.Length, 0.4, ref random);

        // A long tail, in an order that has nothing to do with the products' numbers; only the first product of each kind is always well known.
        var ranks = Enumerable.Range(1, products.Length).ToArray();
        random.Shuffle<int>(ranks.AsSpan(0, ProductRange.KindCount));
        random.Shuffle<int>(ranks.AsSpan(ProductRange.KindCount));
        popularity = Array.ConvertAll(ranks, place => 1 / Math.Pow(place + 3, 0.8));
        Customers = customers;
        Products = products;
        weights = new double[products.Length];
    }

    /// <summary>The customers.</summary>
    public SampleCustomer[] Customers { get; }

    /// <summary>The products.</summary>
    public SampleProduct[] Products { get; }

    /// <summary>How much a customer likes a product; about -2 to 2.</summary>
    public double Affinity(int customer, int product)
    {
        double sum = 0;
        for (var k = 0; k < Dimensions; k++)
        {
            sum += customerTaste[customer][k] * productNature[product][k];
        }

        return sum;
    }

    /// <summary>Running sums of the chances of each product with a customer: popular, liked, of the group's departments and at the group's prices.</summary>
    public double[] Chances(int customer)
    {
        var group = Customers[customer].Group;
        double sum = 0;
        for (var product = 0; product < weights.Length; product++)
        {
            var own = Products[product];
            var department = Array.IndexOf(group.Categories, own.Category) >= 0 ? 1.1 : 0;
            var price = group.PriceTaste * (Math.Log(own.Price) - 3.6) / 2;
            sum += popularity[product] * Math.Exp((1.4 * Affinity(customer, product)) + department + price);
            weights[product] = sum;
        }

        return weights;
    }

    /// <summary>Draws a product by its chances.</summary>
    public static int Pick(double[] chances, ref SeededRandom random)
    {
        var place = Array.BinarySearch(chances, random.NextDouble() * chances[^1]);
        return Math.Min(place < 0 ? ~place : place, chances.Length - 1);
    }

    private static double[][] Draw(int count, double deviation, ref SeededRandom random)
    {
        var vectors = new double[count][];
        for (var i = 0; i < count; i++)
        {
            vectors[i] = new double[Dimensions];
            for (var k = 0; k < Dimensions; k++)
            {
                vectors[i][k] = deviation * random.NextGaussian();
            }
        }

        return vectors;
    }

    private static void Add(double[] vector, double[] other)
    {
        for (var k = 0; k < Dimensions; k++)
        {
            vector[k] += other[k];
        }
    }
}
