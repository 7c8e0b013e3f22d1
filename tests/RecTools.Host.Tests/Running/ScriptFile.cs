namespace RecTools.Tests;

/// <summary>A script in a folder of its own that goes with it.</summary>
internal sealed class ScriptFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rectools-host-tests-");

    /// <summary>Writes the script.</summary>
    public ScriptFile(string text)
    {
        Path = System.IO.Path.Combine(folder.FullName, "a script.ps1");
        File.WriteAllText(Path, text);
    }

    /// <summary>Where it is; with a blank, as many are.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}
