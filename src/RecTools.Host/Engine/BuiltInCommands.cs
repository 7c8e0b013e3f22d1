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
        new(typeof(WriteWarningCommand), "a warning: -Message"),
        new(typeof(WriteVerboseCommand), "a verbose line: -Message"),
        new(typeof(WriteDebugCommand), "a debug line: -Message"),
        new(typeof(WriteInformationCommand), "an object to the information stream: -MessageData -Tags"),
        new(typeof(WriteErrorCommand), "an error: -Message -Exception -ErrorRecord -Category -ErrorId -TargetObject -RecommendedAction"),
        new(typeof(WriteProgressCommand), "progress: -Activity -Status -Id -ParentId -PercentComplete -SecondsRemaining -CurrentOperation -Completed"),
        new(typeof(SelectObjectCommand), "some objects or properties: -Property -ExcludeProperty -ExpandProperty -Unique -First -Last -Skip"),
        new(typeof(SortObjectCommand), "objects in order: -Property -Descending -Unique -CaseSensitive -Top"),
        new(typeof(GroupObjectCommand), "equal objects together: -Property -NoElement -AsHashTable -AsString -CaseSensitive"),
        new(typeof(MeasureObjectCommand), "sums: -Property -Sum -Average -Minimum -Maximum -StandardDeviation -AllStats"),
        new(typeof(GetMemberCommand), "properties and methods of objects: -Name -MemberType"),
        new(typeof(FormatTableCommand), "a table: -Property -AutoSize -Wrap -HideTableHeaders -GroupBy -View"),
        new(typeof(FormatListCommand), "a list: -Property -GroupBy -View"),
        new(typeof(OutStringCommand), "the text that objects are shown as: -Width -Stream"),
        new(typeof(OutFileCommand), "the same into a file, also by > and >>: -FilePath -Append -NoClobber -Encoding -Width"),
        new(typeof(JoinPathCommand), "a path of two or more parts: -Path -ChildPath -AdditionalChildPath"),
        new(typeof(SplitPathCommand), "a part of a path: -Parent -Leaf -LeafBase -Extension"),
        new(typeof(ResolvePathCommand), "full paths: -Path -LiteralPath"),
        new(typeof(TestPathCommand), "whether a path exists: -Path -LiteralPath -PathType"),
        new(typeof(GetLocationCommand), "the current location"),
        new(typeof(SetLocationCommand), "changes the current location: -Path -PassThru"),
        new(typeof(GetItemCommand), "files, folders and other items: -Path -LiteralPath -Force"),
        new(typeof(GetChildItemCommand), "what folders hold: -Path -Filter -Recurse -File -Directory -Force"),
        new(typeof(NewItemCommand), "makes a file or folder: -Path -Name -ItemType -Value -Force"),
        new(typeof(RemoveItemCommand), "removes files and folders: -Path -LiteralPath -Recurse -Force"),
        new(typeof(GetContentCommand), "a file's lines: -Path -LiteralPath -Raw -TotalCount -Tail -Encoding"),
        new(typeof(SetContentCommand), "writes lines to a file: -Path -Value -NoNewline -Encoding"),
        new(typeof(AddContentCommand), "adds lines to a file: -Path -Value -NoNewline -Encoding"),
        new(typeof(ConvertToJsonCommand), "objects as JSON: -Depth -Compress -AsArray -EnumsAsStrings"),
        new(typeof(ConvertFromJsonCommand), "JSON as objects: -AsHashtable -NoEnumerate"),
        new(typeof(ImportCsvCommand), "objects from delimited text: -Path -LiteralPath -Delimiter -Header -Encoding"),
        new(typeof(ExportCsvCommand), "objects as delimited text: -Path -Delimiter -Append -NoClobber -Encoding"),
        new(typeof(GetDateCommand), "the time: -Date -Format -AsUTC"),
        new(typeof(StartSleepCommand), "waits: -Seconds -Milliseconds"),
        new(typeof(MeasureCommandCommand), "the time that a script block takes: -Expression"),
        new(typeof(ReadHostCommand), "asks for a line: -Prompt -AsSecureString"),
        new(typeof(GetCredentialCommand), "asks for a user and password: -UserName -Message -Title"),
        new(typeof(ConvertToSecureStringCommand), "a secure string of plain text: -String -AsPlainText"),
    ];
}
