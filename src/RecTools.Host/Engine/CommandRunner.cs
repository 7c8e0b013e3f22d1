using System.Management.Automation.Language;

namespace RecTools.Host.Engine;

/// <summary>Runs text from the command line or from standard input, like <c>pwsh -Command</c>.</summary>
internal static class CommandRunner
{
    private const string Outcome = "__RecToolsSucceeded";

    /// <summary>Runs the text.</summary>
    /// <returns>The process's exit code: that of an <c>exit</c>, of an error that decides, or 1 where the last statement failed.</returns>
    public static int Run(EngineSession session, string text)
    {
        int code = session.Run(pipeline => pipeline.AddScript(WithOutcome(text)));
        if (session.RequestedExitCode is { } requested)
            return requested;
        bool failed = session.Runspace.SessionStateProxy.GetVariable(Outcome) is false;
        return code == ExitCode.Done && failed ? ExitCode.Failed : code;
    }

    /// <summary>The engine forgets <c>$?</c> when a pipeline ends, so the text itself keeps it, where a statement can follow it.</summary>
    private static string WithOutcome(string text)
    {
        string extended = $"{text}\n$global:{Outcome} = $?";
        Parser.ParseInput(text, out _, out ParseError[] before);
        Parser.ParseInput(extended, out _, out ParseError[] after);
        return before.Length == 0 && after.Length == 0 ? extended : text;
    }
}
