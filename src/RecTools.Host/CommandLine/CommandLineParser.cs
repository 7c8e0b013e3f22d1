namespace RecTools.Host.CommandLine;

/// <summary>Reads the program's own arguments; the names are those of <c>pwsh</c>, with one dash or two, in any case.</summary>
internal static class CommandLineParser
{
    /// <summary>Reads the arguments.</summary>
    /// <param name="arguments">The program's arguments.</param>
    /// <exception cref="UsageException">An unknown option, or an option without its value.</exception>
    public static HostOptions Parse(IReadOnlyList<string> arguments)
    {
        HostOptions options = new() { Mode = RunMode.Prompt };
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            if (argument.Length < 2 || argument[0] != '-')
                return Script(options, arguments, i);

            switch (argument.TrimStart('-').ToUpperInvariant())
            {
                case "HELP" or "H" or "?":
                    return options with { Mode = RunMode.Help };
                case "VERSION" or "V":
                    return options with { Mode = RunMode.Version };
                case "NOLOGO":
                    options = options with { NoLogo = true };
                    break;
                case "NONINTERACTIVE":
                    options = options with { NonInteractive = true };
                    break;
                case "NOPROFILE":
                    // There are no profiles here; job steps written for pwsh name the option all the same.
                    break;
                case "FILE" or "F":
                    if (i + 1 == arguments.Count)
                        throw new UsageException($"{argument} needs the path of a script after it.");
                    return Script(options, arguments, i + 1);
                case "COMMAND" or "C":
                    return Command(options, argument, arguments.Skip(i + 1));
                default:
                    throw new UsageException(
                        $"The option '{argument}' is not known. Run 'rectools --help' for those that are; a script's own arguments follow its path.");
            }
        }

        return options;
    }

    private static HostOptions Script(HostOptions options, IReadOnlyList<string> arguments, int at) => options with
    {
        Mode = RunMode.Script,
        Text = arguments[at],
        Arguments = [.. arguments.Skip(at + 1)],
    };

    private static HostOptions Command(HostOptions options, string option, IEnumerable<string> rest)
    {
        string text = string.Join(' ', rest);
        if (text.Length == 0)
            throw new UsageException($"{option} needs a command after it, or '-' to read commands from standard input.");
        return text == "-"
            ? options with { Mode = RunMode.StandardInput }
            : options with { Mode = RunMode.Command, Text = text };
    }
}
