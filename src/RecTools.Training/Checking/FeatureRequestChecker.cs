namespace RecTools.Training;

/// <summary>Checks what describes customers, as far as it can be checked before anything is read.</summary>
internal static class FeatureRequestChecker
{
    private const int MostCategories = 200;

    /// <summary>Checks a request.</summary>
    /// <exception cref="RecException"><c>FeaturesUnclear</c> or <c>MaxCategoriesOutOfRange</c>.</exception>
    public static void Check(FeatureRequest request)
    {
        if (request.FromOrders is not null && (request.Columns is not null || request.CategoricalColumns.Count > 0))
        {
            throw RecException.Configuration(
                "FeaturesUnclear", "Features are asked for from columns and from lines of orders at once.",
                "Give -Feature and -CategoricalFeature where each row is a customer, or -OrderFeature where each row is a line of an order.", "OrderFeature");
        }

        if (request.FromOrders is { Count: 0 })
        {
            throw RecException.Configuration(
                "FeaturesUnclear", "-OrderFeature names no features.", $"Give some of {string.Join(", ", Enum.GetNames<OrderFeature>())}.", "OrderFeature");
        }

        if (request.MaxCategories is < 1 or > MostCategories)
        {
            throw RecException.Configuration(
                "MaxCategoriesOutOfRange", $"-MaxCategories is {request.MaxCategories}.", $"Give 1 to {MostCategories}.", request.MaxCategories);
        }
    }
}
