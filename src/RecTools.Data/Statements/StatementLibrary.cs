using System.Collections.Concurrent;

namespace RecTools.Data;

/// <summary>The SQL files of <c>module/sql</c>: a dialect's own file first, then the one that all dialects share.</summary>
/// <param name="dialect">Folder of the dialect, such as <c>Sqlite</c>.</param>
/// <param name="prefix">What stands before the names of the toolkit's own tables: <c>rec.</c> or <c>rec_</c>.</param>
/// <param name="batchEnd">What ends a batch of a script that the dialect's tools run: <c>GO</c>, or nothing.</param>
internal sealed class StatementLibrary(string dialect, string prefix, string batchEnd)
{
    private readonly ConcurrentDictionary<string, string?> texts = new();

    /// <summary>What ends a batch of a script.</summary>
    public string BatchEnd { get; } = batchEnd;

    /// <summary>Text of one file, with <c>{rec}</c> filled in.</summary>
    /// <param name="name">Folder and name without ending, such as <c>Run/Insert</c>.</param>
    public string this[string name] => Find(name) ?? throw Missing(name);

    /// <summary>As the other, for what not every dialect knows; null where it does not.</summary>
    public string? Find(string name) => texts.GetOrAdd(name, n => TryRead($"{n}.sql")?.Replace("{rec}", prefix, StringComparison.Ordinal));

    /// <summary>Numbered steps that make the toolkit's tables, each a list of files.</summary>
    public IReadOnlyList<SchemaStep> Steps() =>
    [
        .. (TryRead("Schema/Steps.txt") ?? throw Missing("Schema/Steps")).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => new SchemaStep(int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture), words[1..])),
    ];

    /// <summary>One file of a step as it runs: with the guard that the dialect has for files of its folder before it, so that running it twice does no harm.</summary>
    public string StepText(string file)
    {
        var parts = file.Split('/');
        return TryRead($"Schema/{parts[0]}Guard.sql") is { } guard ? $"{guard.Replace("{Name}", parts[1], StringComparison.Ordinal)}\n{this[file]}" : this[file];
    }

    private InvalidOperationException Missing(string name) => new($"There is no statement {name} for {dialect}.");

    private string? TryRead(string file)
    {
        var assembly = typeof(StatementLibrary).Assembly;
        using var stream = assembly.GetManifestResourceStream($"sql/{dialect}/{file}") ?? assembly.GetManifestResourceStream($"sql/Common/{file}");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
    }
}

/// <summary>One step of the schema.</summary>
/// <param name="Version">Version of the schema once the step is done.</param>
/// <param name="Files">Files that it runs, in order.</param>
internal sealed record SchemaStep(int Version, IReadOnlyList<string> Files);
