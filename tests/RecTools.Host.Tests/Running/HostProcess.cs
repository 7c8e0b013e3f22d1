using System.Diagnostics;
using System.Reflection;

namespace RecTools.Tests;

/// <summary>What a run of the program left.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output, with plain line ends.</param>
/// <param name="Error">Standard error, with plain line ends.</param>
internal sealed record HostResult(int ExitCode, string Output, string Error);

/// <summary>Starts the built program as a process of its own.</summary>
internal static class HostProcess
{
    /// <summary>Far longer than any run takes; a run that reaches it hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>The program's assembly.</summary>
    public static string Program { get; } = typeof(HostProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "HostProgram").Value!;

    /// <summary>The program that runs it.</summary>
    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs it to its end with nothing to read.</summary>
    public static HostResult Run(params string[] arguments) => RunWithInput("", arguments);

    /// <summary>Runs it to its end.</summary>
    public static HostResult RunWithInput(string input, params string[] arguments)
    {
        using Process process = Start(arguments);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return Finish(process);
    }

    /// <summary>Starts it; the caller gives it signals, and then finishes it.</summary>
    public static Process Start(params string[] arguments) => Start(Dotnet, [Program, .. arguments]);

    /// <summary>Starts any program with all streams redirected.</summary>
    public static Process Start(string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Remove("NO_COLOR");
        start.Environment["TERM"] = "xterm";
        return Process.Start(start)!;
    }

    /// <summary>Reads what is left of its streams and waits for its end.</summary>
    public static HostResult Finish(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("The program did not end.");
        }

        return new HostResult(process.ExitCode, Plain(output.Result), Plain(error.Result));
    }

    private static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
