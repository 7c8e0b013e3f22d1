namespace RecTools.Host.CommandLine;

/// <summary>The command line cannot be used; ends with exit code 2.</summary>
/// <param name="message">What is wrong with it, and what would be right.</param>
/// <param name="showsUsage">Whether the ways to start the program help.</param>
internal sealed class UsageException(string message, bool showsUsage = true) : Exception(message)
{
    /// <summary>Whether the ways to start the program help.</summary>
    public bool ShowsUsage { get; } = showsUsage;
}
