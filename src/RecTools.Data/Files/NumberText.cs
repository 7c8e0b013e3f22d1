using System.Globalization;

namespace RecTools.Data;

/// <summary>Reads numbers written with a decimal point, as files for machines do, whatever the computer's own language.</summary>
public static class NumberText
{
    /// <summary>A whole number: digits with a sign perhaps, and blanks around.</summary>
    public static bool TryParseInt64(ReadOnlySpan<char> text, out long number)
    {
        // Short runs of digits, the commonest by far, at a fraction of the library's time.
        if (text.Length is > 0 and <= 18)
        {
            long value = 0;
            foreach (var c in text)
            {
                var digit = (uint)(c - '0');
                if (digit > 9)
                {
                    return long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);
                }

                value = (value * 10) + digit;
            }

            number = value;
            return true;
        }

        return long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>A number, perhaps with an exponent; <c>NaN</c> and too large ones are read as what they are.</summary>
    public static bool TryParseDouble(ReadOnlySpan<char> text, out double number)
    {
        if (text.Length is > 0 and <= 15 && TryParseDigits(text, out number))
        {
            return true;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    private static bool TryParseDigits(ReadOnlySpan<char> text, out double number)
    {
        long value = 0;
        foreach (var c in text)
        {
            var digit = (uint)(c - '0');
            if (digit > 9)
            {
                number = 0;
                return false;
            }

            value = (value * 10) + digit;
        }

        // Up to 15 digits a double holds exactly.
        number = value;
        return true;
    }
}
