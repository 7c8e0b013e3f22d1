namespace RecTools.Training;

/// <summary>The command of a CmdExec step, which Windows takes apart into arguments; it also means the same to cmd.exe.</summary>
/// <remarks>Within double quotes carets, ampersands and pipes are plain characters to both.</remarks>
internal static class CmdExecText
{
    /// <summary>Writes the command.</summary>
    /// <exception cref="RecException"><c>RunnerPathInvalid</c>.</exception>
    public static string Of(JobCommand command) =>
        $"{Program(command.Program)} {string.Join(' ', command.Options)} \"{command.Text(PowerShellText.QuoteForCommandLine)}\"";

    // A path can hold neither quotes nor line ends on Windows; with the others there is no way to write it that all readers understand alike.
    private static string Program(string path) => path.AsSpan().ContainsAny("\"%") || path.Contains("$(", StringComparison.Ordinal)
        ? throw RecException.Configuration(
            "RunnerPathInvalid", $"The program '{path}' has a double quote, percent sign or $( in its path, which a job step cannot hold.", "Put the program into another folder.", path)
        : path.All(c => char.IsLetterOrDigit(c) || c is '\\' or '/' or ':' or '.' or '-' or '_') ? path : $"\"{path}\"";
}
