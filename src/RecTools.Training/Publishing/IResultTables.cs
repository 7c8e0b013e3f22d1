namespace RecTools.Training;

/// <summary>The result tables of one model.</summary>
internal interface IResultTables
{
    /// <summary>Loads all of them beside the current ones.</summary>
    /// <param name="loader">Where to.</param>
    /// <param name="hash">Takes in every row.</param>
    /// <returns>Rows written.</returns>
    long Load(ResultLoader loader, ResultHash hash);
}
