using System.Management.Automation;
using RecTools.Host.Engine;

namespace RecTools.Host.UserInterface;

/// <summary>Says what to do where a script asks for a command or parameter that this host does not have.</summary>
internal static class MissingPart
{
    /// <summary>The advice, or null where the error is of another sort.</summary>
    public static string? Advice(ErrorRecord error) => error.Exception switch
    {
        CommandNotFoundException missing when NounOf(missing.CommandName) is { } noun => noun.StartsWith("Rec", StringComparison.OrdinalIgnoreCase)
            ? "Run 'Get-Command -Module RecTools' for the commands of RecTools."
            : "This host has only a part of pwsh's commands ('rectools --help' lists them). If it is one of the others, run the script in pwsh 7.6.",
        ParameterBindingException when error.FullyQualifiedErrorId.StartsWith("NamedParameterNotFound", StringComparison.Ordinal) && IsOurs(error) =>
            "This host's own command has only the commonest parameters ('rectools --help' lists them). If it is one of the others, run the script in pwsh 7.6.",
        _ => null,
    };

    /// <summary>The noun of a name such as Get-Thing; a mistyped program or path has none, and gets no hint about commands.</summary>
    private static string? NounOf(string? name)
    {
        int dash = name?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        return dash > 0 && dash < name!.Length - 1 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? name[(dash + 1)..] : null;
    }

    private static bool IsOurs(ErrorRecord error) =>
        error.InvocationInfo?.MyCommand is CmdletInfo command && BuiltInCommands.All.Any(ours => ours.Type == command.ImplementingType);
}
