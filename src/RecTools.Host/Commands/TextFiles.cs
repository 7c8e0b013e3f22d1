using System.Management.Automation;
using System.Text;

namespace RecTools.Host.Commands;

/// <summary>What commands share that write text to files.</summary>
internal static class TextFiles
{
    /// <summary>UTF-8 without a mark at the start, as everywhere in pwsh 7.</summary>
    public static Encoding DefaultEncoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Opens a file for text.</summary>
    /// <param name="cmdlet">Whose location relative paths begin at.</param>
    /// <param name="path">Path of the file.</param>
    /// <param name="append">Adds to what the file holds.</param>
    /// <param name="keepExisting">A file that is there is an error.</param>
    /// <param name="encoding">How to store the text.</param>
    /// <exception cref="PipelineStoppedException">Thrown by the engine after it was told that the file cannot be written.</exception>
    public static StreamWriter Open(PSCmdlet cmdlet, string path, bool append, bool keepExisting, Encoding encoding)
    {
        string file = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
        FileMode mode = append ? FileMode.Append : keepExisting ? FileMode.CreateNew : FileMode.Create;
        try
        {
            return new StreamWriter(new FileStream(file, mode, FileAccess.Write, FileShare.Read), encoding);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            bool exists = mode == FileMode.CreateNew && File.Exists(file);
            ErrorRecord error = new(refused, exists ? "NoClobber" : "FileOpenFailure", exists ? ErrorCategory.ResourceExists : ErrorCategory.OpenError, path);
            cmdlet.ThrowTerminatingError(error);
            throw;
        }
    }
}
