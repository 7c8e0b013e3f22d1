using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Turns <c>-Option @{...}</c> into an algorithm's record of settings: every name known, every value of the right type and within its bounds.</summary>
public static class OptionBinder
{
    /// <summary>Fills a new record of settings.</summary>
    /// <param name="algorithm">Whose settings.</param>
    /// <param name="given">Values by name, whatever the case of the name.</param>
    /// <returns>The record; settings not given have their defaults.</returns>
    /// <exception cref="RecException"><c>OptionUnknown</c>, <c>OptionType</c>, <c>OptionRange</c>, <c>OptionTwice</c> or <c>OptionConflict</c>.</exception>
    public static object Bind(IAlgorithm algorithm, IReadOnlyDictionary<string, object?> given)
    {
        var options = Activator.CreateInstance(algorithm.OptionsType)!;
        var settings = OptionInfo.Of(algorithm.OptionsType);
        var names = new Dictionary<OptionInfo, string>();
        foreach (var (name, value) in given)
        {
            var setting = Find(settings, name, value) ?? throw Unknown(algorithm, name, settings);
            if (!names.TryAdd(setting, name))
            {
                throw RecException.Configuration(
                    "OptionTwice", $"Option {setting.Name} of {algorithm.Name} is given twice, as {names[setting]} and as {name}.", "Give it once.", name);
            }

            setting.Property.SetValue(options, Convert(algorithm, setting, value));
        }

        CheckConflicts(algorithm, options, settings, names);
        return options;
    }

    /// <summary>Reads back settings that were stored as JSON.</summary>
    /// <exception cref="RecException"><c>ModelUnreadable</c>, or what <see cref="Bind"/> throws.</exception>
    public static object FromJson(IAlgorithm algorithm, string json)
    {
        try
        {
            return Bind(algorithm, JsonSerializer.Deserialize<Dictionary<string, object?>>(json, JobFile.Json) ?? []);
        }
        catch (JsonException error)
        {
            throw new RecException(
                "ModelUnreadable", RecErrorKind.Data, $"The stored settings of {algorithm.Name} cannot be read: {error.Message}", "Train the model again.", algorithm.Name, error);
        }
    }

    /// <summary>All settings of a record by name, for the run table and the result object.</summary>
    public static IReadOnlyDictionary<string, object?> ToDictionary(object options) =>
        OptionInfo.Of(options.GetType()).ToDictionary(s => s.Name, s => Plain(s.Property.GetValue(options)));

    // What was given as no value, such as Auto, was not given.
    private static void CheckConflicts(IAlgorithm algorithm, object options, IReadOnlyList<OptionInfo> settings, Dictionary<OptionInfo, string> names)
    {
        bool IsGiven(OptionInfo setting) => names.ContainsKey(setting) && setting.Property.GetValue(options) is not null;

        foreach (var setting in settings.Where(IsGiven))
        {
            if (settings.FirstOrDefault(other => other.Name == setting.Option.InsteadOf) is { } other && IsGiven(other))
            {
                throw RecException.Configuration(
                    "OptionConflict", $"Options {other.Name} and {setting.Name} of {algorithm.Name} are both given, and one takes the place of the other.",
                    $"Give one of them. {setting.Name}: {setting.Description}", setting.Name);
            }
        }
    }

    // An alias may stand for several settings, of which the value's range decides: MINIMUM_SUPPORT is a share below 1 and a count above.
    private static OptionInfo? Find(IReadOnlyList<OptionInfo> settings, string name, object? value)
    {
        var own = settings.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        var aliased = settings.Where(s => s.Option.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase)).ToArray();
        return own ?? aliased.FirstOrDefault(s => s.Allows(value)) ?? aliased.FirstOrDefault();
    }

    private static object? Plain(object? value) => value is Enum ? value.ToString() : value;

    private static RecException Unknown(IAlgorithm algorithm, string name, IReadOnlyList<OptionInfo> settings)
    {
        var names = settings.Select(s => s.Name).ToArray();
        var nearest = NearestName.Best(name, names);
        return RecException.Configuration(
            "OptionUnknown",
            $"{algorithm.Name} has no option '{name}'." + (nearest is null ? "" : $" Did you mean '{nearest}'?"),
            names.Length == 0 ? $"{algorithm.Name} takes no options." : $"Its options are: {string.Join(", ", names)}.",
            name);
    }

    private static object? Convert(IAlgorithm algorithm, OptionInfo setting, object? value)
    {
        var type = Nullable.GetUnderlyingType(setting.Property.PropertyType) ?? setting.Property.PropertyType;
        var mayBeUnset = type != setting.Property.PropertyType;
        if (value is null || (mayBeUnset && Text(value).Equals(setting.Option.WhenUnset, StringComparison.OrdinalIgnoreCase)))
        {
            return mayBeUnset || !type.IsValueType ? null : throw WrongType(algorithm, setting, value);
        }

        object converted;
        try
        {
            converted = ConvertValue(type, value);
        }
        catch (Exception error) when (error is FormatException or InvalidCastException or OverflowException or ArgumentException)
        {
            throw WrongType(algorithm, setting, value);
        }

        var parts = converted is Array list ? list.Cast<object>() : [converted];
        foreach (var part in parts.Where(part => part is IConvertible and not (string or bool or Enum) && !setting.Allows(part)))
        {
            throw RecException.Configuration(
                "OptionRange",
                $"Option {setting.Name} of {algorithm.Name} is {Text(part)}; it must be {setting.RangeText}.",
                $"{setting.Description} Give a value within the range. {setting.DefaultSentence}",
                value);
        }

        return converted;
    }

    private static object ConvertValue(Type type, object value)
    {
        if (type.IsEnum)
        {
            var name = Text(value);
            return Enum.GetNames(type).FirstOrDefault(n => n.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known
                ? Enum.Parse(type, known)
                : throw new FormatException();
        }

        if (type.IsArray)
        {
            var element = type.GetElementType()!;
            var values = (value is IEnumerable many and not string ? many.Cast<object>() : [value]).Select(v => ConvertValue(element, v)).ToArray();
            var array = Array.CreateInstance(element, values.Length);
            Array.Copy(values, array, values.Length);
            return array;
        }

        // A fraction given for a whole number must not be rounded away in silence.
        if (value is double or float or decimal && type != typeof(double) && type != typeof(float) && type != typeof(bool)
            && System.Convert.ToDouble(value, CultureInfo.InvariantCulture) % 1 != 0)
        {
            throw new FormatException();
        }

        return System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
    }

    private static RecException WrongType(IAlgorithm algorithm, OptionInfo setting, object? value) =>
        RecException.Configuration(
            "OptionType",
            $"Option {setting.Name} of {algorithm.Name} is '{Text(value)}', which is not {setting.TypeText}.",
            $"{setting.Description} {setting.DefaultSentence}",
            value);

    private static string Text(object? value) => System.Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "empty";
}
