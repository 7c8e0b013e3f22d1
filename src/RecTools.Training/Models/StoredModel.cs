using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>A fitted recommender with what is needed to serve it without the source: ids, and what each user already has.</summary>
/// <param name="Algorithm">Its algorithm.</param>
/// <param name="OptionsJson">Its settings.</param>
/// <param name="Data">The rows it was fitted on, without times.</param>
/// <param name="Recommender">The fitted model.</param>
public sealed record StoredModel(IRecommenderAlgorithm Algorithm, string OptionsJson, Interactions Data, IRecommender Recommender)
{
    /// <summary>Number of the format that <see cref="Save"/> writes.</summary>
    public const int Format = 2;

    private const int FormatWithNames = 2;

    // 'RECM' as little-endian text.
    private const uint Magic = 0x4D434552;

    /// <summary>The model as bytes; equal models give equal bytes.</summary>
    public byte[] Save()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
        {
            writer.Write(Magic);
            writer.Write(Format);
            writer.Write(Algorithm.Name);
            writer.Write(OptionsJson);
            writer.Write(Data.HasValues);
            Data.Users.Save(writer);
            Data.Items.Save(writer);
            SparseMatrixFormat.Save(writer, Data.Matrix);
            SaveNames(writer, Data.ItemNames);
            SaveNames(writer, Data.Categories?.Names);
            Recommender.Save(writer);
        }

        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="RecException"><c>ModelUnreadable</c>, <c>ModelTooNew</c> or <c>AlgorithmUnknown</c>.</exception>
    public static StoredModel Load(byte[] content)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(content, writable: false));
            if (reader.ReadUInt32() != Magic)
            {
                throw new InvalidDataException("It does not begin with the mark of a model.");
            }

            var format = reader.ReadInt32();
            if (format > Format)
            {
                throw new RecException(
                    "ModelTooNew", RecErrorKind.Data, $"The model is in format {format}; this version of RecTools reads up to {Format}.",
                    "Update RecTools, or train the model again.", format);
            }

            var name = reader.ReadString();
            var algorithm = AlgorithmCatalog.Find(name) as IRecommenderAlgorithm ?? throw new RecException(
                "AlgorithmUnknown", RecErrorKind.Data, $"The model was made by the algorithm '{name}', which this version of RecTools does not have.",
                "Update RecTools, or train the model again.", name);
            var options = reader.ReadString();
            var hasValues = reader.ReadBoolean();
            var users = IdSet.Load(reader);
            var items = IdSet.Load(reader);
            var matrix = SparseMatrixFormat.Load(reader);
            var data = new Interactions(users, items, matrix, null, hasValues);
            if (format < FormatWithNames)
            {
                return new StoredModel(algorithm, options, data, algorithm.Load(reader, matrix));
            }

            data = data with { ItemNames = LoadNames(reader) };
            var categories = LoadNames(reader);
            var recommender = algorithm.Load(reader, matrix);
            return (recommender as IRuleModel)?.Hierarchy is { } hierarchy && categories is not null
                ? new StoredModel(algorithm, options, data with { Categories = new ItemCategories(hierarchy, categories!) }, recommender)
                : new StoredModel(algorithm, options, data, recommender);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or IOException or ArgumentException or OverflowException)
        {
            throw new RecException(
                "ModelUnreadable", RecErrorKind.Data, $"The content is not a readable model. {error.Message}",
                "Export it again, or train the model again.", null, error);
        }
    }
    private static void SaveNames(BinaryWriter writer, string?[]? names)
    {
        writer.Write(names?.Length ?? -1);
        foreach (var name in names ?? [])
        {
            writer.Write(name ?? "");
        }
    }

    private static string?[]? LoadNames(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var names = new List<string?>();
        for (var i = 0; i < count; i++)
        {
            names.Add(reader.ReadString() is { Length: > 0 } name ? name : null);
        }

        return count < 0 ? null : [.. names];
    }
}
