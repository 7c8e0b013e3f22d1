using RecTools.Algorithms;

namespace RecTools.Help;

/// <summary>All files that are made from the source, or hold a part that is.</summary>
internal static class HelpFiles
{
    /// <summary>Where PowerShell looks for the help of the module: beside the manifest, by language.</summary>
    public const string Folder = "en-US";

    /// <summary>The file that PowerShell looks for, by the name of the assembly with the cmdlets.</summary>
    public const string CommandFile = $"{Folder}/RecTools.PowerShell.dll-Help.xml";

    /// <summary>The text of every file by its path within the repository.</summary>
    /// <param name="repository">The folder of the solution.</param>
    /// <exception cref="InvalidDataException">A page is missing, or is not laid out as it must be.</exception>
    public static IReadOnlyDictionary<string, string> Create(string repository)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var documentation = XmlDocumentation.Load();
        var commands = CommandHelp.All(repository, documentation);
        files[CommandFile] = MamlWriter.Write(commands);
        files[ListViews.FilePath] = ListViews.Write(repository, commands);
        foreach (var command in commands)
        {
            files[CommandPage.PathOf(command.Name)] = CommandPageText.Update(Read(repository, CommandPage.PathOf(command.Name)), command);
        }

        foreach (var algorithm in AlgorithmCatalog.All)
        {
            var path = AlgorithmPage.PathOf(algorithm);
            files[path] = AlgorithmPage.Update(Read(repository, path), algorithm);
        }

        foreach (var topic in AboutTopic.All)
        {
            files[$"{Folder}/{topic.Name}.help.txt"] = topic.Write(Read(repository, topic.Path), documentation);
        }

        return files;
    }

    private static string Read(string repository, string path)
    {
        var full = Path.Combine(repository, path);
        return File.Exists(full) ? File.ReadAllText(full).ReplaceLineEndings("\n") : throw new InvalidDataException($"{path} is missing. Write it, in the manner of the others in its folder.");
    }
}
