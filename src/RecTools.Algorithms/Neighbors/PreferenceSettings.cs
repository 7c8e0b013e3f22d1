namespace RecTools.Algorithms;

/// <summary>What neighbours in what people have done are sought by.</summary>
/// <param name="Similarity">One of those for what people have done.</param>
/// <param name="Neighbors">Neighbours of each at most.</param>
/// <param name="MinOverlap">Common columns without which Jaccard sees no neighbours.</param>
/// <param name="Saturation">BM25's K1.</param>
/// <param name="LengthShare">BM25's B.</param>
internal sealed record PreferenceSettings(NeighborSimilarity Similarity, int Neighbors, int MinOverlap, double Saturation, double LengthShare)
{
    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">A setting is impossible.</exception>
    public static PreferenceSettings Load(BinaryReader reader)
    {
        var similarity = (NeighborSimilarity)reader.ReadByte();
        if (similarity.ReadsRatings() || !Enum.IsDefined(similarity))
        {
            throw new InvalidDataException($"The model compares what people have done by {similarity}.");
        }

        var neighbors = ModelContent.ReadCount(reader);
        var overlap = ModelContent.ReadCount(reader);
        var saturation = reader.ReadDouble();
        return new PreferenceSettings(similarity, neighbors, overlap, saturation, reader.ReadDouble());
    }

    /// <summary>Writes the settings.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write((byte)Similarity);
        writer.Write(Neighbors);
        writer.Write(MinOverlap);
        writer.Write(Saturation);
        writer.Write(LengthShare);
    }
}
