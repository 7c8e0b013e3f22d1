namespace RecTools.Training;

/// <summary>Rows sorted by user and item; those of one user and item come in any order among themselves.</summary>
/// <param name="RowStart">Where the rows of each user start; one longer than the number of users.</param>
/// <param name="Item">Item of each row.</param>
/// <param name="Value">Value of each row.</param>
/// <param name="Time">Time of each row; null without.</param>
/// <param name="HasDuplicates">Whether a user has an item twice.</param>
internal sealed record SortedRows(int[] RowStart, int[] Item, float[] Value, long[]? Time, bool HasDuplicates);
