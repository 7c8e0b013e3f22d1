using System.Text;
using RecTools.Host.Engine;

namespace RecTools.Host.CommandLine;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpText
{
    /// <summary>The ways to start the program.</summary>
    public const string Usage = """
        rectools script.ps1 [arguments]     run a script; -Name value, -Switch, -Name:value and values by position
        rectools -Command "text"            run a command (also -c); '-' reads it from standard input
        rectools                            a prompt (Tab completes, arrows bring back lines, 'exit' leaves)
        """;

    private const string Details = """


        -NoLogo            no greeting at the prompt
        -NonInteractive    questions to the user are errors
        --help, --version

        Standard output holds results and what scripts say with Write-Host; errors, warnings, verbose lines and progress go to standard error.
        NO_COLOR in the environment turns colours off; there are none where no terminal is.

        Exit codes: 0 done, 1 failed, 2 bad configuration (also parameters, syntax, command line), 3 stopped by a quality gate, 4 cancelled
        (Ctrl-C or SIGTERM; a second one ends the process at once). 'exit n' in a script decides. Otherwise, as with pwsh -File, an error that ends
        the script decides; and beyond pwsh, a script that goes on after an unhandled RecTools error, an unknown command or a wrong parameter
        does not end with 0.

        The module RecTools comes with the program: its commands load when first used, or by Import-Module RecTools.

        The engine alone has no commands for objects, text and files. This host brings a small set under their usual names, with the commonest
        parameters only; the full set needs pwsh 7.6, where the same scripts run:

        """;

    /// <summary>Makes the text.</summary>
    public static string Create()
    {
        StringBuilder text = new("rectools: runs RecTools scripts and commands in an embedded PowerShell engine." + Environment.NewLine + Environment.NewLine);
        text.AppendLine(Usage).Append(Details);
        foreach (BuiltInCommand command in BuiltInCommands.All.OrderBy(command => command.Name, StringComparer.Ordinal))
            text.Append("  ").Append(command.Name.PadRight(24)).AppendLine(command.Summary);
        return text.ToString();
    }
}
