using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>A fitted model of whatever kind as it is stored, with all that is needed to use it without its source.</summary>
public interface IStoredModel
{
    /// <summary>Its algorithm.</summary>
    IAlgorithm Algorithm { get; }

    /// <summary>Its settings.</summary>
    string OptionsJson { get; }

    /// <summary>Number of the format that <see cref="Save()"/> writes.</summary>
    int Format { get; }

    /// <summary>The model as bytes; equal models give equal bytes.</summary>
    byte[] Save()
    {
        using var stream = new MemoryStream();
        Save(stream);
        return stream.ToArray();
    }

    /// <summary>Writes the same bytes.</summary>
    void Save(Stream stream);
}
