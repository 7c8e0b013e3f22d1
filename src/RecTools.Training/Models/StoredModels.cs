using System.Buffers.Binary;
using System.Text.Json;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Reads stored models of whatever kind.</summary>
public static class StoredModels
{
    private const int MarkBytes = sizeof(uint);

    /// <summary>Reads what <see cref="IStoredModel.Save()"/> wrote.</summary>
    /// <exception cref="RecException"><c>ModelUnreadable</c>, <c>ModelTooNew</c> or <c>AlgorithmUnknown</c>.</exception>
    public static IStoredModel Load(byte[] content)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(content, writable: false));
            var mark = content.Length < MarkBytes ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(content);
            return mark switch
            {
                StoredModel.Mark => StoredModel.Load(reader),
                StoredClusters.Mark => StoredClusters.Load(reader),
                _ => throw new InvalidDataException("It does not begin with the mark of a model."),
            };
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or IOException or ArgumentException or OverflowException or FormatException)
        {
            throw new RecException(
                "ModelUnreadable", RecErrorKind.Data, $"The content is not a readable model. {error.Message}",
                "Export it again, or train the model again.", null, error);
        }
    }

    /// <summary>Reads the mark and the format, which must not be newer than this program's.</summary>
    internal static int ReadFormat(BinaryReader reader, int newest)
    {
        reader.ReadUInt32();
        var format = reader.ReadInt32();
        return format <= newest ? format : throw new RecException(
            "ModelTooNew", RecErrorKind.Data, $"The model is in format {format}; this version of RecTools reads up to {newest}.",
            "Update RecTools, or train the model again.", format);
    }

    /// <summary>Reads an object that was written as JSON.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    internal static T ReadJson<T>(BinaryReader reader)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(reader.ReadString()) ?? throw new InvalidDataException("A part of the model is empty.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException("A part of the model is damaged.", error);
        }
    }

    /// <summary>Reads the name of the algorithm, which must be one of a kind.</summary>
    internal static TAlgorithm ReadAlgorithm<TAlgorithm>(BinaryReader reader)
        where TAlgorithm : class, IAlgorithm
    {
        var name = reader.ReadString();
        return AlgorithmCatalog.Find(name) as TAlgorithm ?? throw new RecException(
            "AlgorithmUnknown", RecErrorKind.Data, $"The model was made by the algorithm '{name}', which this version of RecTools does not have.",
            "Update RecTools, or train the model again.", name);
    }
}
