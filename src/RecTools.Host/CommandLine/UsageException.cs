namespace RecTools.Host.CommandLine;

/// <summary>The command line cannot be used; ends with exit code 2.</summary>
/// <param name="message">What is wrong with it, and what would be right.</param>
internal sealed class UsageException(string message) : Exception(message);
