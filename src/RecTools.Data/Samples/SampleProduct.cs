namespace RecTools.Data;

/// <summary>A product of a made-up shop.</summary>
internal sealed record SampleProduct
{
    /// <summary>Its number, from 1.</summary>
    public required int Id { get; init; }

    /// <summary>What it is called; no two are called alike.</summary>
    public required string Name { get; init; }

    /// <summary>Department.</summary>
    public required string Category { get; init; }

    /// <summary>Kind of thing.</summary>
    public required string Subcategory { get; init; }

    /// <summary>Maker.</summary>
    public required string Brand { get; init; }

    /// <summary>Price of one.</summary>
    public required double Price { get; init; }

    /// <summary>Properties, set apart by bars.</summary>
    public required string Tags { get; init; }

    /// <summary>A sentence about it.</summary>
    public required string Description { get; init; }
}
