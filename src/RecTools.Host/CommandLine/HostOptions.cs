namespace RecTools.Host.CommandLine;

/// <summary>The command line, read.</summary>
internal sealed record HostOptions
{
    /// <summary>What to do.</summary>
    public required RunMode Mode { get; init; }

    /// <summary>The script's path, or the command's text.</summary>
    public string Text { get; init; } = "";

    /// <summary>What follows the script's path.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>No greeting at the prompt.</summary>
    public bool NoLogo { get; init; }

    /// <summary>Questions to the user are errors.</summary>
    public bool NonInteractive { get; init; }
}
