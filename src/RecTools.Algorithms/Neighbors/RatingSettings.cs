namespace RecTools.Algorithms;

/// <summary>What a model of ratings by neighbours keeps of its options.</summary>
/// <param name="Similarity">One of those for ratings.</param>
/// <param name="Neighbors">Neighbours that a prediction takes at most.</param>
/// <param name="Candidates">Neighbours kept of each at most.</param>
/// <param name="Shrinkage">Strength that similarities of few common ratings are drawn to 0 with.</param>
/// <param name="MinOverlap">Common ratings without which there is no similarity.</param>
/// <param name="LevelWeight">Similarity that speaks for the level alone.</param>
internal sealed record RatingSettings(
    NeighborSimilarity Similarity, int Neighbors, int Candidates, double Shrinkage, int MinOverlap, float LevelWeight)
{
    /// <summary>Whether the means of the common ratings are taken away.</summary>
    public bool IsCorrelation => Similarity == NeighborSimilarity.Pearson;

    /// <summary>Takes what is needed out of the options.</summary>
    public static RatingSettings Of(NeighborSimilarity similarity, int neighbors, NeighborOptions options) => new(
        similarity, neighbors, options.Candidates, options.Shrinkage, options.MinOverlap, (float)options.LevelWeight);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">A setting is impossible.</exception>
    public static RatingSettings Load(BinaryReader reader)
    {
        var similarity = (NeighborSimilarity)reader.ReadByte();
        if (!similarity.ReadsRatings())
        {
            throw new InvalidDataException($"The model compares ratings by {similarity}.");
        }

        var neighbors = ModelContent.ReadCount(reader);
        var candidates = ModelContent.ReadCount(reader);
        var shrinkage = reader.ReadDouble();
        return new RatingSettings(similarity, neighbors, candidates, shrinkage, ModelContent.ReadCount(reader), reader.ReadSingle());
    }

    /// <summary>Writes the settings.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write((byte)Similarity);
        writer.Write(Neighbors);
        writer.Write(Candidates);
        writer.Write(Shrinkage);
        writer.Write(MinOverlap);
        writer.Write(LevelWeight);
    }
}
