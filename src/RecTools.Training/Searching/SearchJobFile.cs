using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RecTools.Training;

/// <summary>Writes the job file that trains with the settings that a search found.</summary>
internal static class SearchJobFile
{
    private static readonly JsonSerializerOptions Layout = new(JobFile.Json)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">What the search was asked for: rows, split and all.</param>
    /// <param name="options">The settings found.</param>
    /// <exception cref="RecException"><c>FileUnwritable</c>.</exception>
    public static void Write(string path, TrainingSettings settings, IReadOnlyDictionary<string, object?> options) =>
        WholeFile.Write(path, [.. JsonSerializer.SerializeToUtf8Bytes(settings with { Option = options, Metric = null, TimeBudget = null }, Layout), (byte)'\n']);
}
