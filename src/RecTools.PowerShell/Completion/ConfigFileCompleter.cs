using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace RecTools.PowerShell;

/// <summary>Completes paths of job files: files that end in .json, and folders on the way to them.</summary>
public sealed class ConfigFileCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = wordToComplete.Trim('\'', '"');
        var before = typed[..(typed.LastIndexOfAny([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]) + 1)];
        try
        {
            var folder = new DirectoryInfo(Path.GetFullPath(before, Location()));
            var names = folder.EnumerateDirectories().Select(child => child.Name + Path.DirectorySeparatorChar).Concat(folder.EnumerateFiles("*.json").Select(file => file.Name));
            return [.. CompletionText.Matching(wordToComplete, names.Order(StringComparer.OrdinalIgnoreCase).Select(name => before + name))];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }

    // The session's own location, which is not that of the process.
    private static string Location()
    {
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        return shell.AddScript("$PWD.ProviderPath").Invoke<string>().FirstOrDefault() ?? Environment.CurrentDirectory;
    }
}
