using RecTools.Host.Commands;

namespace RecTools.Host.Engine;

/// <summary>The commands that this host brings because the bare engine lacks them.</summary>
internal static class BuiltInCommands
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<BuiltInCommand> All { get; } =
    [
        new(typeof(WriteHostCommand), "text for the user: -Object -NoNewline -Separator -ForegroundColor -BackgroundColor"),
        new(typeof(WriteOutputCommand), "objects to the pipeline: -InputObject -NoEnumerate"),
    ];
}
