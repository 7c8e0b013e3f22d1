using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RecTools.Training;

/// <summary>Keeps the trials of a search in a file, one line of JSON each, written as the trial ends; a search that was interrupted goes on from it.</summary>
internal sealed class TrialFile
{
    private static readonly JsonSerializerOptions Json = new(JobFile.Json) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private readonly string path;

    private TrialFile(string path, IReadOnlyList<SearchTrial> trials)
    {
        this.path = path;
        Trials = trials;
    }

    /// <summary>The trials that were there when the file was opened.</summary>
    public IReadOnlyList<SearchTrial> Trials { get; }

    /// <summary>Opens a file, or begins it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">What its trials must have in common with this search.</param>
    /// <exception cref="RecException"><c>TrialFileOther</c>, <c>TrialFileUnreadable</c>, <c>FileUnwritable</c>.</exception>
    public static TrialFile Open(string path, TrialHeader header)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            WholeFile.Write(path, Line(header));
            return new TrialFile(path, []);
        }

        var lines = ReadLines(path);
        Check(path, Parse<TrialHeader>(path, lines[0], 1), header);
        var trials = lines.Skip(1).Select((line, place) => Parse<SearchTrial>(path, line, place + 2)).ToArray();

        // Anything behind the last line that came to its end is what was written when the search was killed.
        var length = lines.Sum(line => Encoding.UTF8.GetByteCount(line) + 1L);
        if (length < new FileInfo(path).Length)
        {
            using var file = OpenToWrite(path, FileMode.Open);
            file.SetLength(length);
        }

        return new TrialFile(path, trials);
    }

    /// <summary>Adds a trial, and sees to it that it is on the disk.</summary>
    /// <exception cref="RecException"><c>FileUnwritable</c>.</exception>
    public void Add(SearchTrial trial)
    {
        using var file = OpenToWrite(path, FileMode.Append);
        file.Write(Line(trial));
        file.Flush(flushToDisk: true);
    }

    private static byte[] Line<T>(T value) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Json) + "\n");

    private static string[] ReadLines(string path)
    {
        try
        {
            var text = File.ReadAllText(path, Encoding.UTF8);
            var end = text.LastIndexOf('\n');
            return end < 0 ? throw Unreadable(path, "its first line has no end") : text[..end].Split('\n');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, error.Message);
        }
    }

    private static T Parse<T>(string path, string line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Json) ?? throw new JsonException("It is empty.");
        }
        catch (JsonException error)
        {
            throw Unreadable(path, $"line {number} is no trial of a search ({error.Message})");
        }
    }

    private static FileStream OpenToWrite(string path, FileMode mode)
    {
        try
        {
            return new FileStream(path, mode, FileAccess.Write, FileShare.Read);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RecException("FileUnwritable", RecErrorKind.Access, $"The file '{path}' cannot be written: {error.Message}", "Check the folder and its permissions.", path, error);
        }
    }

    private static void Check(string path, TrialHeader found, TrialHeader own)
    {
        (string Part, object Found, object Own)[] parts =
        [
            ("the form of the file", found.Format, own.Format), ("the algorithm", found.Algorithm, own.Algorithm), ("the metric", found.Metric, own.Metric), ("-K", found.K, own.K),
            ("-Folds", found.Folds, own.Folds), ("-Seed", found.Seed, own.Seed), ("the space", found.Space, own.Space), ("the settings held", found.Held, own.Held),
            ("the training rows (by their hash)", found.InputHash, own.InputHash),
        ];
        var other = parts.Where(part => !Equals(part.Found, part.Own)).ToArray();
        if (other.Length > 0)
        {
            throw RecException.Configuration(
                "TrialFileOther",
                $"The trials in '{path}' are of another search: {string.Join("; ", other.Select(part => $"{part.Part} was {SettingText.Of(part.Found)} and is {SettingText.Of(part.Own)}"))}.",
                "Search as then to go on from them, or give another -TrialPath to begin anew.", path);
        }
    }

    private static RecException Unreadable(string path, string why) =>
        RecException.Configuration("TrialFileUnreadable", $"The trial file '{path}' cannot be read: {why}.", "Give the file of an earlier search, or another -TrialPath to begin anew.", path);
}
