using System.Reflection;

namespace RecTools.Algorithms;

/// <summary>The settings that a search varies, each laid out from 0 to 1.</summary>
/// <param name="dimensions">One for each setting.</param>
public sealed class SearchSpace(IReadOnlyList<SearchDimension> dimensions)
{
    /// <summary>One for each setting.</summary>
    public IReadOnlyList<SearchDimension> Dimensions { get; } = dimensions;

    /// <summary>How many different settings there are; infinite where one is a fraction.</summary>
    public double Size => Dimensions.Aggregate(1.0, (size, dimension) => size * dimension.ValueCount);

    /// <summary>The space that an algorithm ships with: the options that carry a <see cref="SearchAttribute"/>.</summary>
    /// <param name="optionsType">The algorithm's record of settings.</param>
    /// <param name="aim">What the model shall be good at.</param>
    public static SearchSpace Of(Type optionsType, SearchAim aim) => new(
    [
        .. optionsType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => (Property: property, Search: property.GetCustomAttribute<SearchAttribute>()))
            .Where(pair => pair.Search is { } search && (search.Aim == SearchAim.Any || search.Aim == aim))
            .Select(pair => pair.Search!.ToDimension(
                pair.Property.Name,
                Nullable.GetUnderlyingType(pair.Property.PropertyType) ?? pair.Property.PropertyType,
                pair.Property.GetCustomAttribute<OptionAttribute>()!)),
    ]);

    /// <summary>The settings at a place.</summary>
    public IReadOnlyDictionary<string, object?> ValuesAt(ReadOnlySpan<double> places)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < places.Length; i++)
        {
            values[Dimensions[i].Name] = Dimensions[i].ValueAt(places[i]);
        }

        return values;
    }

    /// <summary>Where settings lie; null where one of them lies nowhere.</summary>
    /// <param name="valueOf">A setting's value by its name.</param>
    public double[]? PlacesOf(Func<string, object?> valueOf)
    {
        var places = new double[Dimensions.Count];
        for (var i = 0; i < places.Length; i++)
        {
            if (Dimensions[i].PlaceOf(valueOf(Dimensions[i].Name)) is not { } place)
            {
                return null;
            }

            places[i] = place;
        }

        return places;
    }

    /// <summary>Text that is the same for the same settings.</summary>
    internal string KeyOf(Func<string, object?> valueOf) =>
        string.Join('|', Dimensions.Select(dimension => SearchDimension.TextOf(valueOf(dimension.Name)).ToUpperInvariant()));

    /// <summary>The space in words, the same for the same one.</summary>
    public override string ToString() => string.Join("; ", Dimensions);
}
