using System.Collections;
using System.Globalization;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Reads <c>-Space @{ Factors = 16, 32, 64; Regularization = @{ Min = 0.001; Max = 1; Log = $true } }</c>.</summary>
internal static class SpaceReader
{
    private const string Example = "Write a list of values, such as 16, 32, 64, or @{ Min = 0.001; Max = 1; Log = $true }.";

    /// <summary>Reads a space.</summary>
    /// <param name="given">By name of the setting; null for what the algorithm ships with.</param>
    /// <param name="algorithm">Whose settings.</param>
    /// <param name="held">Settings that are not searched.</param>
    /// <exception cref="RecException"><c>SpaceUnclear</c>, <c>SpaceAndOption</c>, and what options throw.</exception>
    public static SearchSpace? Read(IReadOnlyDictionary<string, object?>? given, IRecommenderAlgorithm algorithm, IReadOnlyDictionary<string, object?> held)
    {
        if (given is null)
        {
            return null;
        }

        var settings = OptionInfo.Of(algorithm.OptionsType);
        var dimensions = new List<SearchDimension>();
        foreach (var (name, values) in given)
        {
            RequestChecker.Require(
                !held.Keys.Contains(name, StringComparer.OrdinalIgnoreCase), "SpaceAndOption", $"{name} is both held by -Option and searched by -Space.", "Name it in one of them.", name);

            // Binding a value says what is wrong with a name.
            if (settings.FirstOrDefault(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } option)
            {
                _ = OptionBinder.Bind(algorithm, new Dictionary<string, object?> { [name] = values is string ? values : null });
                throw Unclear(name, "is another name of a setting");
            }

            dimensions.Add(values switch
            {
                IDictionary table => Range(algorithm, option, table),
                IEnumerable list and not string => Choices(algorithm, option, [.. list.Cast<object?>()]),
                _ => Choices(algorithm, option, [values]),
            });
        }

        return new SearchSpace(dimensions);
    }

    private static ChoiceDimension Choices(IRecommenderAlgorithm algorithm, OptionInfo option, object?[] values)
    {
        if (values.Length == 0)
        {
            throw Unclear(option.Name, "has no values");
        }

        return new ChoiceDimension(option.Name, [.. values.Select(value => Checked(algorithm, option.Name, value)).DistinctBy(SettingText.Of)]);
    }

    private static NumberDimension Range(IRecommenderAlgorithm algorithm, OptionInfo option, IDictionary table)
    {
        var type = Nullable.GetUnderlyingType(option.Property.PropertyType) ?? option.Property.PropertyType;
        var isWhole = type == typeof(int) || type == typeof(long);
        if (!isWhole && type != typeof(double) && type != typeof(float))
        {
            throw Unclear(option.Name, "is no number, and has a range");
        }

        var parts = table.Keys.Cast<object>().ToDictionary(key => key.ToString()!, key => table[key], StringComparer.OrdinalIgnoreCase);
        if (parts.Keys.FirstOrDefault(key => !key.Equals("Min", StringComparison.OrdinalIgnoreCase) && !key.Equals("Max", StringComparison.OrdinalIgnoreCase) && !key.Equals("Log", StringComparison.OrdinalIgnoreCase)) is { } unknown)
        {
            throw Unclear(option.Name, $"has the part '{unknown}'");
        }

        double End(string end) => parts.TryGetValue(end, out var value) && value is not null
            ? Convert.ToDouble(Checked(algorithm, option.Name, value), CultureInfo.InvariantCulture)
            : throw Unclear(option.Name, $"has no {end}");

        var (minimum, maximum) = (End("Min"), End("Max"));
        var isLog = parts.TryGetValue("Log", out var log) && log is true;
        return minimum > maximum ? throw Unclear(option.Name, $"has a Min of {SettingText.Of(minimum)} above its Max of {SettingText.Of(maximum)}")
            : isLog && minimum <= 0 ? throw Unclear(option.Name, $"has a Min of {SettingText.Of(minimum)}, and Log needs one above 0")
            : new NumberDimension(option.Name, minimum, maximum, isLog, isWhole ? Math.Max(1, option.Option.MultipleOf) : 0);
    }

    private static object? Checked(IRecommenderAlgorithm algorithm, string name, object? value) =>
        OptionBinder.ToDictionary(OptionBinder.Bind(algorithm, new Dictionary<string, object?> { [name] = value }))[name];

    private static RecException Unclear(string name, string what) => RecException.Configuration("SpaceUnclear", $"-Space: {name} {what}.", Example, name);
}
