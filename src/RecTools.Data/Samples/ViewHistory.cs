namespace RecTools.Data;

/// <summary>One look at a product's page.</summary>
internal readonly record struct SampleView(int Customer, int Product, DateTime ViewedAt);

/// <summary>Makes the page views.</summary>
internal static class ViewHistory
{
    private const double PerCustomer = 75;

    /// <summary>Views of all customers; what somebody likes is looked at again and again.</summary>
    public static List<SampleView> Make(TasteModel tastes, SeededRandom random)
    {
        var views = new List<SampleView>((int)(tastes.Customers.Length * PerCustomer));
        for (var customer = 0; customer < tastes.Customers.Length; customer++)
        {
            var chances = tastes.Chances(customer);
            var count = Math.Max(2, (int)Math.Round(PerCustomer * tastes.Customers[customer].Activity));
            for (var i = 0; i < count; i++)
            {
                views.Add(new SampleView(customer, TasteModel.Pick(chances, ref random), SampleShop.TimeOf(tastes.Customers[customer], ref random)));
            }
        }

        return views;
    }
}
