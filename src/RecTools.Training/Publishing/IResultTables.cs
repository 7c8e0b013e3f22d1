namespace RecTools.Training;

/// <summary>The result tables of one model.</summary>
internal interface IResultTables
{
    /// <summary>What there is to tell of them once they are loaded, such as how many lists are short.</summary>
    IReadOnlyList<MetricValue> Facts => [];

    /// <summary>Loads all of them beside the current ones.</summary>
    /// <param name="loader">Where to.</param>
    /// <param name="hash">Takes in every row.</param>
    /// <returns>Rows written.</returns>
    long Load(ResultLoader loader, ResultHash hash);
}
