namespace RecTools.Training;

/// <summary>Puts a report together: sections that have nothing to say are left out.</summary>
internal sealed class ReportParts
{
    private readonly List<ReportSection> sections = [];

    /// <summary>Adds a section unless it is empty.</summary>
    /// <param name="id">Stable name in camel case.</param>
    /// <param name="title">The heading.</param>
    /// <param name="blocks">What stands below it; nulls are left out.</param>
    public ReportParts Add(string id, string title, params IEnumerable<ReportBlock?> blocks)
    {
        ReportBlock[] known = [.. blocks.OfType<ReportBlock>()];
        if (known.Length > 0)
        {
            sections.Add(new ReportSection(id, title, known));
        }

        return this;
    }

    /// <summary>The report.</summary>
    /// <param name="title">What it is about.</param>
    /// <param name="kind">What kind of thing that is.</param>
    /// <param name="summary">What came out.</param>
    public Report ToReport(string title, string kind, string summary) => new()
    {
        Title = title,
        Kind = kind,
        Summary = summary,
        CreatedAt = DateTime.UtcNow,
        Version = typeof(ReportParts).Assembly.GetName().Version!.ToString(3),
        Sections = sections,
    };
}
