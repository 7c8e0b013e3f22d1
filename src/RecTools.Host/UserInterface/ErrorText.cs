using System.Globalization;
using System.Management.Automation;
using System.Text;
using RecTools.Host.Engine;

namespace RecTools.Host.UserInterface;

/// <summary>Puts an error into a few plain lines: what happened, what to do about it, where, and its stable id.</summary>
internal static class ErrorText
{
    /// <summary>Writes an error to standard error.</summary>
    public static void Write(Screen screen, ErrorRecord error)
    {
        if (IsNativeOutput(error))
        {
            // Another program's standard error is text, not an error of ours.
            screen.WriteErrorLine(error.ToString());
            return;
        }

        screen.WriteErrorLine(Headline(error), Colour.Red);
        if (Advice(error) is { } advice)
            screen.WriteErrorLine("  " + advice, Colour.Cyan);
        foreach (string line in Details(error))
            screen.WriteErrorLine("  " + line);
    }

    private static bool IsNativeOutput(ErrorRecord error) =>
        error.FullyQualifiedErrorId is "NativeCommandError" or "NativeCommandErrorMessage";

    private static string Headline(ErrorRecord error)
    {
        string message = error.ErrorDetails?.Message is { Length: > 0 } text ? text : error.Exception.Message;
        string command = error.InvocationInfo?.MyCommand?.Name is { Length: > 0 } name && error.Exception is not CommandNotFoundException ? name : "";
        return command.Length == 0 ? $"ERROR: {message.Trim()}" : $"ERROR: {command}: {message.Trim()}";
    }

    private static string? Advice(ErrorRecord error)
    {
        string? action = error.ErrorDetails?.RecommendedAction is { Length: > 0 } given ? given : RecToolsError.Find(error.Exception)?.Action;

        // Where the message ends with the advice already (pwsh shows the message alone), once is enough.
        if (action is { Length: > 0 } && !Headline(error).Contains(action, StringComparison.Ordinal))
            return action;
        return MissingPart.Advice(error);
    }

    private static IEnumerable<string> Details(ErrorRecord error)
    {
        InvocationInfo? at = error.InvocationInfo;
        if (at is { ScriptLineNumber: > 0 })
        {
            StringBuilder place = new("at ");
            place.Append(string.IsNullOrEmpty(at.ScriptName) ? "line " : at.ScriptName + ":");
            place.Append(at.ScriptLineNumber.ToString(CultureInfo.InvariantCulture));
            if (at.Line.Trim() is { Length: > 0 } line)
                place.Append(": ").Append(line);
            yield return place.ToString();
        }

        if (RecToolsError.Find(error.Exception) is not null)
            yield return "ErrorId: " + error.FullyQualifiedErrorId;
    }
}
