namespace RecTools.Training;

/// <summary>A query of candidates and the parameter that gave it.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Query">The SELECT.</param>
/// <param name="HasUsers">Whether the rows say who may be recommended what, rather than what everybody may.</param>
/// <param name="ItemColumn">Column with the item; null to try the usual names.</param>
/// <param name="UserColumn">Column with the user; null to try the usual names.</param>
/// <param name="CategoryColumn">Column with the category; null to try the usual names.</param>
internal sealed record CandidateSource(
    string Parameter, string Query, bool HasUsers, string? ItemColumn = null, string? UserColumn = null, string? CategoryColumn = null)
{
    /// <summary>Whether the users are only some of those that the rows may name.</summary>
    public bool OfSomeUsers { get; init; }

    /// <summary>The query as a source of rows.</summary>
    public InteractionSource ToSource() => new() { Query = Query };
}
