namespace RecTools;

/// <summary>What a report is written as.</summary>
public enum ReportFormat
{
    /// <summary>By the ending of the path: .md is Markdown, .json is JSON, all else HTML.</summary>
    Auto,

    /// <summary>One self-contained page with plots.</summary>
    Html,

    /// <summary>Text with tables, which takes the place of plots.</summary>
    Markdown,

    /// <summary>For programs: all numbers unrounded.</summary>
    Json,
}
