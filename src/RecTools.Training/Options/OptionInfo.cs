using System.Globalization;
using System.Reflection;

namespace RecTools.Training;

/// <summary>One setting of an algorithm, read from its record: for binding, completion, help and the JSON schema.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Option">What it does, its bounds and other names.</param>
/// <param name="Default">Value when not given.</param>
/// <param name="Property">Where it is kept.</param>
public sealed record OptionInfo(string Name, OptionAttribute Option, object? Default, PropertyInfo Property)
{
    /// <summary>What it does.</summary>
    public string Description => Option.Description;

    /// <summary>Its type in plain words.</summary>
    public string TypeText
    {
        get
        {
            var type = Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;
            var text = type.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(type))
                : type == typeof(bool) ? "true or false"
                : type == typeof(int) || type == typeof(long) ? "a whole number"
                : type == typeof(double) || type == typeof(float) ? "a number"
                : type.IsArray ? "a list"
                : "text";
            return type == Property.PropertyType ? text : $"{text} or {Option.WhenUnset}";
        }
    }

    /// <summary>Its bounds in plain words.</summary>
    public string RangeText => Option.MultipleOf == 0 ? BoundsText : string.Create(CultureInfo.InvariantCulture, $"{BoundsText}, divisible by {Option.MultipleOf}");

    private string BoundsText => (double.IsInfinity(Option.Minimum), Option.Maximum >= int.MaxValue) switch
    {
        (false, false) when Option.ExcludesMinimum => string.Create(CultureInfo.InvariantCulture, $"above {Option.Minimum} and up to {Option.Maximum}"),
        (false, false) => string.Create(CultureInfo.InvariantCulture, $"{Option.Minimum} to {Option.Maximum}"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $"{(Option.ExcludesMinimum ? "more than " : "")}{Option.Minimum}{(Option.ExcludesMinimum ? "" : " or more")}"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"{Option.Maximum} or less"),
        _ => "any number",
    };

    /// <summary>Its default in plain words.</summary>
    public string DefaultText => Default switch
    {
        null => Option.WhenUnset,
        Array { Length: 0 } => "an empty list",
        string { Length: 0 } => "empty",
        Array list => string.Join(", ", list.Cast<object>().Select(one => Convert.ToString(one, CultureInfo.InvariantCulture))),
        _ => Convert.ToString(Default, CultureInfo.InvariantCulture)!,
    };

    /// <summary>What happens where it is not given, as a sentence.</summary>
    public string DefaultSentence => Default is null && Option.InsteadOf is { } other ? $"Without it {other} counts." : $"The default is {DefaultText}.";

    /// <summary>Whether a value lies within its bounds; what is no number does.</summary>
    public bool Allows(object? value)
    {
        double number;
        try
        {
            number = value is IConvertible and not (string or bool or Enum) ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
                : value is string text && double.TryParse(text, CultureInfo.InvariantCulture, out var parsed) ? parsed
                : Option.Maximum;
        }
        catch (InvalidCastException)
        {
            return true;
        }

        return number >= Option.Minimum && number <= Option.Maximum && !(Option.ExcludesMinimum && number == Option.Minimum)
            && (Option.MultipleOf == 0 || number % Option.MultipleOf == 0);
    }

    /// <summary>The settings of a record, in the order they are written there.</summary>
    public static IReadOnlyList<OptionInfo> Of(Type optionsType)
    {
        var defaults = Activator.CreateInstance(optionsType)!;
        return
        [
            .. optionsType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(property => (property, option: property.GetCustomAttribute<OptionAttribute>()))
                .Where(pair => pair.option is not null)
                .Select(pair => new OptionInfo(pair.property.Name, pair.option!, pair.property.GetValue(defaults), pair.property)),
        ];
    }
}
