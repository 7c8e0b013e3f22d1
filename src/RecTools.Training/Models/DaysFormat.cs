namespace RecTools.Training;

/// <summary>Days of entries as bytes: days of one user lie near each other, so that their differences take one or two bytes each.</summary>
internal static class DaysFormat
{
    /// <summary>Writes days, or that there are none.</summary>
    public static void Save(BinaryWriter writer, int[]? days)
    {
        writer.Write(days is not null);
        var last = 0;
        foreach (var day in days ?? [])
        {
            // The sign goes to the lowest bit, so that small differences of either sign are small numbers.
            writer.Write7BitEncodedInt(((day - last) << 1) ^ ((day - last) >> 31));
            last = day;
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="count">How many days there are, if any.</param>
    public static int[]? Load(BinaryReader reader, int count)
    {
        if (!reader.ReadBoolean())
        {
            return null;
        }

        var (days, last) = (new int[count], 0);
        for (var i = 0; i < count; i++)
        {
            var folded = reader.Read7BitEncodedInt();
            days[i] = last += (int)((uint)folded >> 1) ^ -(folded & 1);
        }

        return days;
    }
}
