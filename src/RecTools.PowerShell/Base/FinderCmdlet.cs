using System.Collections;
using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>A cmdlet that answers an analyst at once from a table, query, file or the pipeline; nothing is stored.</summary>
public abstract class FinderCmdlet : ConnectedCmdlet
{
    private readonly List<IReadOnlyDictionary<string, object?>> objects = [];
    private bool hadFiles;

    /// <summary>Table or view with the rows.</summary>
    [Parameter(ParameterSetName = "Table", Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string? Table { get; set; }

    /// <summary>SELECT statement that gives the rows.</summary>
    [Parameter(ParameterSetName = "Query", Mandatory = true)]
    public string? Query { get; set; }

    /// <summary>Values of the parameters that the queries have, such as <c>@{ Since = (Get-Date).AddYears(-1) }</c>.</summary>
    [Parameter]
    public Hashtable? QueryParameter { get; set; }

    /// <summary>CSV or TSV file with the rows, perhaps packed with gzip.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true)]
    [Alias("FullName")]
    public string? Path { get; set; }

    /// <summary>Objects whose properties are the columns; or files, as Get-ChildItem gives them, each of which is searched by itself.</summary>
    [Parameter(ParameterSetName = "Object", Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Column with the order, invoice or visit that brings lines together; without it the usual names are tried.</summary>
    [Parameter]
    [Alias("OrderColumn")]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? BasketColumn { get; set; }

    /// <summary>Column with the item.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? ItemColumn { get; set; }

    /// <summary>Column with what people call an item.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? ItemNameColumn { get; set; }

    /// <summary>Column with the quantity; lines of zero or below are left out as cancelled.</summary>
    [Parameter]
    [Alias("QuantityColumn")]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? ValueColumn { get; set; }

    /// <summary>Column with the customer.</summary>
    [Parameter]
    [Alias("CustomerColumn")]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? UserColumn { get; set; }

    /// <summary>What stands between the columns of a file, or between the items of a basket; without it found out.</summary>
    [Parameter(ParameterSetName = "Path")]
    [Parameter(ParameterSetName = "Object")]
    public string? Delimiter { get; set; }

    /// <summary>Names of the columns of a file without a header line.</summary>
    [Parameter(ParameterSetName = "Path")]
    [Parameter(ParameterSetName = "Object")]
    public string[]? Header { get; set; }

    /// <summary>Rows that may be set aside before the search fails: a share below 1, or a count.</summary>
    [Parameter]
    public double MaxRejected { get; set; } = 0.1;

    /// <summary>Threads to use; 0 for one a core. The result does not depend on it.</summary>
    [Parameter]
    public int Threads { get; set; }

    /// <summary>Bytes that may be used, such as 2GB.</summary>
    [Parameter]
    public long MemoryLimit { get; set; }

    /// <summary>What is being done, for the progress.</summary>
    protected abstract string Activity { get; }

    /// <summary>The parameters that were given.</summary>
    private protected Dictionary<string, object> Bound => MyInvocation.BoundParameters;

    /// <summary>The values of the queries' parameters by name.</summary>
    private protected Dictionary<string, object?> QueryParameters => OptionTable.Plain(QueryParameter);

    /// <summary>Adds to a source what only this cmdlet knows of.</summary>
    protected virtual InteractionSource Refine(InteractionSource source) => source;

    /// <summary>Finds what was asked for.</summary>
    /// <returns>What was read, in one line; and the objects, made as they are taken: a million need not be there all at once.</returns>
    protected abstract (string Summary, IEnumerable<object> Found) Find(InteractionSource source, IRunObserver observer, CancellationToken cancellation);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject?.BaseObject is FileInfo file)
        {
            hadFiles = true;
            Each(() => Write(Observe($"{Activity} in {file.Name}", (observer, cancellation) => Find(FileSource(file.FullName), observer, cancellation)), file.FullName));
        }
        else if (InputObject is not null)
        {
            objects.Add(Properties(InputObject));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (hadFiles && objects.Count == 0)
        {
            return;
        }

        var source = Path is not null
            ? FileSource(FullPath(Path))
            : Columns(new InteractionSource { Table = Table, Query = Query, Objects = ParameterSetName == "Object" ? objects : null });
        Write(Watch(Activity, (observer, cancellation) => Find(source, observer, cancellation)), null);
    }

    // Where there may be several files, each object says which one it is from.
    private void Write((string Summary, IEnumerable<object> Found) result, string? file)
    {
        WriteInformation(result.Summary, ["RecTools"]);
        foreach (var one in result.Found)
        {
            if (file is null)
            {
                WriteObject(one);
                continue;
            }

            var marked = new PSObject(one);
            marked.Properties.Add(new PSNoteProperty("Path", file));
            WriteObject(marked);
        }
    }

    private InteractionSource FileSource(string path) => Columns(new InteractionSource { Path = path, Delimiter = Delimiter, Header = Header });

    private InteractionSource Columns(InteractionSource source) => Refine(source with
    {
        BasketColumn = BasketColumn,
        ItemColumn = ItemColumn,
        ItemNameColumn = ItemNameColumn,
        ValueColumn = ValueColumn,
        UserColumn = UserColumn,
    });
}
