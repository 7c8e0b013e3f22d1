using System.Management.Automation;
using System.Reflection;
using RecTools.Host.CommandLine;
using RecTools.Host.Engine;
using RecTools.Host.UserInterface;

namespace RecTools.Host;

/// <summary>The entry point.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        Screen screen = new();
        try
        {
            HostOptions options = CommandLineParser.Parse(arguments);
            switch (options.Mode)
            {
                case RunMode.Help:
                    screen.Write(HelpText.Create());
                    return ExitCode.Done;
                case RunMode.Version:
                    screen.WriteLine($"rectools {VersionOf(typeof(Program))} (PowerShell engine {VersionOf(typeof(PSObject))})");
                    return ExitCode.Done;
                default:
                    return Run(screen, options);
            }
        }
        catch (UsageException error)
        {
            screen.WriteErrorLine("ERROR: " + error.Message, Colour.Red);
            if (error.ShowsUsage)
                screen.WriteErrorLine(HelpText.Usage);
            return ExitCode.BadConfiguration;
        }
    }

    private static int Run(Screen screen, HostOptions options)
    {
        using StopSignals signals = new();
        using EngineSession session = new(screen, signals, options.NonInteractive);
        switch (options.Mode)
        {
            case RunMode.Script:
                return ScriptRunner.Run(session, options.Text, options.Arguments);
            case RunMode.Command:
                return CommandRunner.Run(session, options.Text);
            case RunMode.Prompt when screen is { InputIsTerminal: true, OutputIsTerminal: true } && !options.NonInteractive:
                if (!options.NoLogo)
                    screen.WriteLine($"rectools {VersionOf(typeof(Program))}, a small PowerShell host. 'exit' leaves; 'rectools --help' lists the built-in commands.");
                return new InteractivePrompt(session, screen, signals).Run();
            default:
                using (signals.WaitForInput())
                    options = options with { Text = Console.In.ReadToEnd() };
                return CommandRunner.Run(session, options.Text);
        }
    }

    /// <summary>The version that people know: without the commit that builds add after a plus sign.</summary>
    private static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+', ' ')[0] ?? "?";
}
