using System.Globalization;
using System.Reflection;
using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Options describe themselves: the binder, completion, help and the schema read nothing else.</summary>
public class OptionsContractTests
{
    public static TheoryData<string> Names => [.. AlgorithmCatalog.All.Select(algorithm => algorithm.Name)];

    [Fact]
    public void Names_are_unique_whatever_the_case_and_can_be_found()
    {
        Assert.NotEmpty(AlgorithmCatalog.All);
        Assert.Equal(AlgorithmCatalog.All.Count, AlgorithmCatalog.All.DistinctBy(algorithm => algorithm.Name.ToUpperInvariant()).Count());
        Assert.All(AlgorithmCatalog.All, algorithm => Assert.Same(algorithm, AlgorithmCatalog.Find(algorithm.Name.ToUpperInvariant())));
        Assert.Null(AlgorithmCatalog.Find("NoSuchAlgorithm"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_algorithm_says_what_it_is_in_one_sentence(string name)
    {
        var summary = AlgorithmCatalog.Find(name)!.Summary;
        Assert.InRange(summary.Length, 20, 200);
        Assert.EndsWith(".", summary, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Options_are_a_record_whose_every_property_is_described_and_can_be_set(string name)
    {
        var type = AlgorithmCatalog.Find(name)!.OptionsType;
        Assert.NotNull(type.GetMethod("<Clone>$"));
        Assert.NotNull(type.GetConstructor(Type.EmptyTypes));

        // What the settings of a hybrid's parts were found to mean is no setting of its own.
        Assert.All(type.GetProperties().Where(property => property.Name != nameof(HybridOptions.Resolved)), property =>
        {
            var option = property.GetCustomAttribute<OptionAttribute>();
            Assert.False(string.IsNullOrWhiteSpace(option?.Description), property.Name);
            Assert.EndsWith(".", option!.Description, StringComparison.Ordinal);
            Assert.True(property.SetMethod?.IsPublic, property.Name);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Default_values_lie_within_their_bounds(string name)
    {
        var algorithm = AlgorithmCatalog.Find(name)!;
        var defaults = Fitted.DefaultOptions(algorithm);
        foreach (var property in algorithm.OptionsType.GetProperties().Where(property => property.GetCustomAttribute<OptionAttribute>() is not null))
        {
            var option = property.GetCustomAttribute<OptionAttribute>()!;
            Assert.True(option.Minimum <= option.Maximum, property.Name);
            if (property.GetValue(defaults) is (int or long or float or double) and var value)
            {
                Assert.InRange(Convert.ToDouble(value, CultureInfo.InvariantCulture), option.Minimum, option.Maximum);
            }
        }
    }
}
