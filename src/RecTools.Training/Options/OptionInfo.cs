using System.Globalization;
using System.Reflection;

namespace RecTools.Training;

/// <summary>One setting of an algorithm, read from its record: for binding, completion, help and the JSON schema.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Default">Value when not given.</param>
/// <param name="Minimum">Smallest value allowed.</param>
/// <param name="Maximum">Largest value allowed.</param>
/// <param name="Property">Where it is kept.</param>
public sealed record OptionInfo(string Name, string Description, object? Default, double Minimum, double Maximum, PropertyInfo Property)
{
    /// <summary>Its type in plain words.</summary>
    public string TypeText
    {
        get
        {
            var type = Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;
            return type.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(type))
                : type == typeof(bool) ? "true or false"
                : type == typeof(int) || type == typeof(long) ? "a whole number"
                : type == typeof(double) || type == typeof(float) ? "a number"
                : type.IsArray ? "a list"
                : "text";
        }
    }

    /// <summary>Its bounds in plain words.</summary>
    public string RangeText => (double.IsInfinity(Minimum), double.IsInfinity(Maximum)) switch
    {
        (false, false) => string.Create(CultureInfo.InvariantCulture, $"{Minimum} to {Maximum}"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $"{Minimum} or more"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"{Maximum} or less"),
        _ => "any number",
    };

    /// <summary>The settings of a record, in the order they are written there.</summary>
    public static IReadOnlyList<OptionInfo> Of(Type optionsType)
    {
        var defaults = Activator.CreateInstance(optionsType)!;
        return
        [
            .. optionsType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(property => (property, option: property.GetCustomAttribute<OptionAttribute>()))
                .Where(pair => pair.option is not null)
                .Select(pair => new OptionInfo(
                    pair.property.Name,
                    pair.option!.Description,
                    pair.property.GetValue(defaults),
                    pair.option.Minimum,
                    pair.option.Maximum,
                    pair.property)),
        ];
    }
}
