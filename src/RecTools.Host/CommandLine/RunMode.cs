namespace RecTools.Host.CommandLine;

/// <summary>What a start of the program was asked to do.</summary>
internal enum RunMode
{
    /// <summary>Read commands from the terminal, or from standard input when there is no terminal.</summary>
    Prompt,

    /// <summary>Run a script file.</summary>
    Script,

    /// <summary>Run the text given on the command line.</summary>
    Command,

    /// <summary>Run the text that standard input holds.</summary>
    StandardInput,

    /// <summary>Print the help.</summary>
    Help,

    /// <summary>Print the version.</summary>
    Version,
}
