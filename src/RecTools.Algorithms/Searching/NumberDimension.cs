using System.Globalization;

namespace RecTools.Algorithms;

/// <summary>A number within a range.</summary>
/// <param name="Name">Name of the setting.</param>
/// <param name="Minimum">Smallest value.</param>
/// <param name="Maximum">Largest value.</param>
/// <param name="Log">Whether places go by factors; the smallest value is above 0 then.</param>
/// <param name="Step">What whole values are multiples of; 0 for fractions, which have three digits that count.</param>
public sealed record NumberDimension(string Name, double Minimum, double Maximum, bool Log, int Step) : SearchDimension(Name)
{
    private const int Digits = 3;

    /// <inheritdoc/>
    public override int ChoiceCount => 0;

    /// <inheritdoc/>
    public override double ValueCount => Step == 0 ? double.PositiveInfinity : Math.Floor(Maximum / Step) - Math.Ceiling(Minimum / Step) + 1;

    /// <inheritdoc/>
    public override object? ValueAt(double place)
    {
        var exact = Log ? Math.Exp(Lowest + (place * (Highest - Lowest))) : Minimum + (place * (Maximum - Minimum));
        if (Step == 0)
        {
            return Math.Clamp(double.Parse(exact.ToString($"G{Digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), Minimum, Maximum);
        }

        return (long)Math.Clamp(Math.Round(exact / Step), Math.Ceiling(Minimum / Step), Math.Floor(Maximum / Step)) * Step;
    }

    /// <inheritdoc/>
    public override double? PlaceOf(object? value)
    {
        if (value is not IConvertible || !double.TryParse(TextOf(value), CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var inside = Math.Clamp(number, Minimum, Maximum);
        return Maximum == Minimum ? 0.5 : Log ? (Math.Log(inside) - Lowest) / (Highest - Lowest) : (inside - Minimum) / (Maximum - Minimum);
    }

    /// <inheritdoc/>
    protected override string Describe() => string.Create(
        CultureInfo.InvariantCulture, $"{Minimum} to {Maximum}{(Log ? " by factors" : "")}{(Step == 0 ? "" : Step == 1 ? ", whole" : $", multiples of {Step}")}");

    private double Lowest => Math.Log(Minimum);

    private double Highest => Math.Log(Maximum);
}
