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
        new(typeof(SelectObjectCommand), "some objects or properties: -Property -ExpandProperty -First -Last -Skip"),
        new(typeof(SortObjectCommand), "objects in order: -Property -Descending"),
        new(typeof(FormatTableCommand), "a table: -Property -AutoSize -Wrap -HideTableHeaders -GroupBy"),
        new(typeof(FormatListCommand), "a list: -Property -GroupBy"),
        new(typeof(JoinPathCommand), "a path of two or more parts: -Path -ChildPath -AdditionalChildPath"),
        new(typeof(TestPathCommand), "whether a path exists: -Path"),
        new(typeof(RemoveItemCommand), "removes files and folders: -Path -Recurse -Force"),
    ];
}
