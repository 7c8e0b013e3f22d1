namespace RecTools.Data;

/// <summary>How large a made-up shop is. The rest grows with it: about 30 ratings, 50 order lines and 75 page views a customer.</summary>
public sealed record SampleShopOptions
{
    /// <summary>Customers, 50 to 1,000,000.</summary>
    public int Customers { get; init; } = 2000;

    /// <summary>Products, 60 to 1,500.</summary>
    public int Products { get; init; } = 500;

    /// <summary>Start of all random draws; the same seed gives the same shop.</summary>
    public long Seed { get; init; } = 42;

    /// <summary>Checks the sizes.</summary>
    /// <exception cref="RecException"><c>SampleSizeInvalid</c>.</exception>
    internal void Check()
    {
        Require(Customers, 50, 1_000_000, "customers", "-Customers");
        Require(Products, 60, ProductRange.Largest, "products", "-Products");
    }

    private static void Require(int value, int least, int most, string what, string parameter)
    {
        if (value < least || value > most)
        {
            throw RecException.Configuration(
                "SampleSizeInvalid", $"A sample shop cannot have {value:N0} {what}.", $"Give {parameter} from {least:N0} to {most:N0}.", value);
        }
    }
}
