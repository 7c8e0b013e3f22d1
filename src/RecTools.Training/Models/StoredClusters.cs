using System.Text;
using System.Text.Json;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Groups of customers with what is needed to place customers in them: where they are read from, how they become points, and the groups' centres.</summary>
/// <param name="Algorithm">Its algorithm.</param>
/// <param name="OptionsJson">Its settings.</param>
/// <param name="Source">Where the customers were read from.</param>
/// <param name="Features">What was read of them.</param>
/// <param name="Duplicates">What was done with several rows of a customer.</param>
/// <param name="Space">How they became points.</param>
/// <param name="Centers">The centre of each cluster.</param>
/// <param name="Labels">What each cluster is like in words.</param>
/// <param name="Tree">How groups were merged; null where the algorithm does not merge.</param>
internal sealed record StoredClusters(
    IClusterAlgorithm Algorithm, string OptionsJson, InteractionSource Source, FeatureRequest Features, DuplicatePolicy Duplicates,
    FeatureSpace Space, PointMatrix Centers, IReadOnlyList<string> Labels, MergeTree? Tree) : IStoredModel
{
    // 'RECC' as little-endian text.
    internal const uint Mark = 0x43434552;

    private const int NewestFormat = 1;

    /// <inheritdoc/>
    IAlgorithm IStoredModel.Algorithm => Algorithm;

    /// <inheritdoc/>
    public int Format => NewestFormat;

    /// <inheritdoc/>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        writer.Write(NewestFormat);
        writer.Write(Algorithm.Name);
        writer.Write(OptionsJson);

        // Objects of a pipeline are gone when it ends.
        writer.Write(JsonSerializer.Serialize(Source with { Objects = null }));
        writer.Write(JsonSerializer.Serialize(Features));
        writer.Write(Duplicates.ToString());
        Space.Save(writer);
        Centers.Save(writer);
        foreach (var label in Labels)
        {
            writer.Write(label);
        }

        writer.Write(Tree is not null);
        Tree?.Save(writer);
    }

    /// <summary>Reads what <see cref="Save(Stream)"/> wrote; by way of <see cref="StoredModels.Load"/>.</summary>
    internal static StoredClusters Load(BinaryReader reader)
    {
        StoredModels.ReadFormat(reader, NewestFormat);
        var algorithm = StoredModels.ReadAlgorithm<IClusterAlgorithm>(reader);
        var options = reader.ReadString();
        var source = StoredModels.ReadJson<InteractionSource>(reader);
        var features = StoredModels.ReadJson<FeatureRequest>(reader);
        var duplicates = Enum.Parse<DuplicatePolicy>(reader.ReadString());
        var space = FeatureSpace.Load(reader);
        var centers = PointMatrix.Load(reader);
        string[] labels = [.. Enumerable.Range(0, centers.Count).Select(_ => reader.ReadString())];
        return new StoredClusters(algorithm, options, source, features, duplicates, space, centers, labels, reader.ReadBoolean() ? MergeTree.Load(reader) : null);
    }
}
