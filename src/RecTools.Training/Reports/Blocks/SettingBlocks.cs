namespace RecTools.Training;

/// <summary>The settings of an algorithm, and how rows were set aside.</summary>
internal static class SettingBlocks
{
    /// <summary>The settings as a table.</summary>
    public static TableBlock Options(IReadOnlyDictionary<string, object?> options, string title = "Settings") => new(
        title, [new("setting", "Setting"), new("value", "Value", CellFormat.Code)], [.. options.Select(option => new object?[] { option.Key, option.Value })]);

    /// <summary>How rows were set aside, in words.</summary>
    public static string SplitText(SplitRequest split)
    {
        var share = FormattableString.Invariant($"{split.Holdout * 100:0.#} %");
        return split.Kind switch
        {
            SplitKind.None => "nothing was set aside",
            SplitKind.RandomRow => $"{share} of all rows, drawn at random",
            SplitKind.RandomUser => $"{share} of each user's rows, drawn at random",
            SplitKind.LastOut => "the last row of each user",
            SplitKind.Time => $"the latest {share} of all rows",
            SplitKind.ColdItem => $"all rows of {share} of the items, drawn at random",
            _ => $"test rows of their own ({split.TestSource})",
        };
    }
}
