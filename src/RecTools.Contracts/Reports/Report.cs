namespace RecTools;

/// <summary>What is told of a model, a run, a comparison or a search, apart from how it looks: what <c>New-RecReport</c> writes as HTML, Markdown or JSON.</summary>
public sealed record Report
{
    /// <summary>What it is about, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What kind of thing it is about, such as <c>Comparison of models</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What came out, in a sentence or two.</summary>
    public required string Summary { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Version of RecTools that wrote it.</summary>
    public required string Version { get; init; }

    /// <summary>Its parts, in order.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }
}

/// <summary>A part of a report under a heading.</summary>
/// <param name="Id">Stable name in camel case, for links and for programs.</param>
/// <param name="Title">The heading.</param>
/// <param name="Blocks">What stands below it.</param>
public sealed record ReportSection(string Id, string Title, IReadOnlyList<ReportBlock> Blocks);
