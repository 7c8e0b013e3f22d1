using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>What commands share that take paths: wildcards or literal paths, and errors for those that do not exist.</summary>
public abstract class PathCommand : PSCmdlet
{
    private const string LiteralSet = "LiteralPath";

    /// <summary>The paths; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Path")]
    public string[] Path { get; set; } = [];

    /// <summary>The paths as they stand.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralSet)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Whether wildcards stand for themselves.</summary>
    protected bool IsLiteral => ParameterSetName == LiteralSet;

    /// <summary>The paths that were given.</summary>
    protected string[] Given => IsLiteral ? LiteralPath : Path;

    /// <summary>Does something for a path. A path that does not exist, or cannot be used, is reported and the next one follows.</summary>
    protected void ForEachGiven(Action<string> action)
    {
        foreach (string path in Given)
        {
            try
            {
                action(path);
            }
            catch (ItemNotFoundException missing)
            {
                WriteError(new ErrorRecord(missing, "PathNotFound", ErrorCategory.ObjectNotFound, path));
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                ErrorCategory category = refused is IOException ? ErrorCategory.ReadError : ErrorCategory.PermissionDenied;
                WriteError(new ErrorRecord(refused, refused.GetType().Name, category, path));
            }
        }
    }

    /// <summary>The files or folders of the file system that a path means.</summary>
    /// <exception cref="ItemNotFoundException">There are none.</exception>
    protected IReadOnlyList<string> ResolveFiles(string path)
    {
        if (!IsLiteral)
        {
            IReadOnlyList<string> files = SessionState.Path.GetResolvedProviderPathFromPSPath(path, out ProviderInfo resolvedBy);
            CheckIsFileSystem(resolvedBy, path);
            return files;
        }

        string file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        CheckIsFileSystem(provider, path);
        return File.Exists(file) || Directory.Exists(file) ? [file] : throw Missing(path);
    }

    /// <summary>The error of a path that does not exist.</summary>
    protected static ItemNotFoundException Missing(string path) => new($"Cannot find path '{path}' because it does not exist.");

    private static void CheckIsFileSystem(ProviderInfo provider, string path)
    {
        if (provider.Name != "FileSystem")
            throw new PSNotSupportedException($"'{path}' is not in the file system; for other drives the command needs pwsh 7.6.");
    }
}
