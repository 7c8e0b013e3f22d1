namespace RecTools.Algorithms;

/// <summary>Settings of <see cref="Popularity"/>.</summary>
public sealed record PopularityOptions
{
    /// <summary>Whether values are added up instead of users counted.</summary>
    [Option("Add up the values of an item's rows instead of counting its users.")]
    [SearchChoices(false, true)]
    public bool WeighByValue { get; init; }
}
