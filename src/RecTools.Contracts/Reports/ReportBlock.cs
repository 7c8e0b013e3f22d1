namespace RecTools;

/// <summary>A piece of a section.</summary>
public abstract record ReportBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">Plain text.</param>
public sealed record TextBlock(string Text) : ReportBlock;

/// <summary>What a reader must not overlook.</summary>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Text">What it means and what to do.</param>
/// <param name="IsWarning">Whether the figures must be read with care; else it is good to know.</param>
public sealed record NoticeBlock(string Title, string Text, bool IsWarning = true) : ReportBlock;

/// <summary>Single values with their names.</summary>
/// <param name="Facts">The values.</param>
public sealed record FactsBlock(IReadOnlyList<ReportFact> Facts) : ReportBlock;

/// <summary>One value with its name.</summary>
/// <param name="Name">Stable name in camel case, for programs.</param>
/// <param name="Label">Name for readers.</param>
/// <param name="Value">The value, unrounded; null where it is not known.</param>
/// <param name="Format">How readers see it.</param>
public sealed record ReportFact(string Name, string Label, object? Value, CellFormat Format = CellFormat.Text);

/// <summary>A picture, and its numbers for who cannot see it.</summary>
/// <param name="Plot">What is drawn.</param>
/// <param name="Numbers">The same as a table.</param>
public sealed record FigureBlock(PlotData Plot, TableBlock Numbers) : ReportBlock;

/// <summary>Blocks that few readers want to see at once.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Blocks">The blocks.</param>
public sealed record FoldedBlock(string Title, IReadOnlyList<ReportBlock> Blocks) : ReportBlock;
