namespace RecTools.Data;

/// <summary>A customer of a made-up shop.</summary>
internal sealed record SampleCustomer
{
    /// <summary>The number, from 1.</summary>
    public required int Id { get; init; }

    /// <summary>First and last name.</summary>
    public required string Name { get; init; }

    /// <summary>Town.</summary>
    public required string City { get; init; }

    /// <summary>Year of birth.</summary>
    public required int BirthYear { get; init; }

    /// <summary>Day of the first visit.</summary>
    public required DateTime MemberSince { get; init; }

    /// <summary>The planted group; in no table.</summary>
    public required SampleGroup Group { get; init; }

    /// <summary>How much more or less than the average of the group this one does.</summary>
    public required double Activity { get; init; }
}
