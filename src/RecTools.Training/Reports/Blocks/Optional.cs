namespace RecTools.Training;

/// <summary>Columns that a table has only where there is something to stand in them.</summary>
internal static class Optional
{
    /// <summary>The one, or none.</summary>
    public static T[] When<T>(bool present, T one) => present ? [one] : [];
}
