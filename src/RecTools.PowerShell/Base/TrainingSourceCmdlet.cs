using System.Collections;
using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>A cmdlet that fits models on rows of user and item, measures them, or both: where the rows are, what describes users and items, and how rows are set aside.</summary>
public abstract class TrainingSourceCmdlet : ListRuleCmdlet
{
    /// <summary>Table or view with the rows.</summary>
    [Parameter(ParameterSetName = "Table")]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string? Table { get; set; }

    /// <summary>SELECT statement that gives the rows.</summary>
    [Parameter(ParameterSetName = "Query", Mandatory = true)]
    public string? Query { get; set; }

    /// <summary>Values of the parameters that the queries have, such as <c>@{ Since = (Get-Date).AddYears(-1) }</c> for <c>WHERE OrderDate &gt;= @Since</c>.</summary>
    [Parameter]
    public Hashtable? QueryParameter { get; set; }

    /// <summary>CSV or TSV file with the rows, perhaps packed with gzip.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true)]
    public string? Path { get; set; }

    /// <summary>Column with the user or customer; without it the usual names are tried.</summary>
    [Parameter]
    [Alias("CustomerColumn")]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? UserColumn { get; set; }

    /// <summary>Column with the order, invoice or visit that brings items together; for rules.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? BasketColumn { get; set; }

    /// <summary>Column with the item.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? ItemColumn { get; set; }

    /// <summary>Column with what people call an item; for rules.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? ItemNameColumn { get; set; }

    /// <summary>Column with the rating, count or weight.</summary>
    [Parameter]
    [Alias("QuantityColumn")]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? ValueColumn { get; set; }

    /// <summary>Column with the time.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? TimeColumn { get; set; }

    /// <summary>What stands between the columns of a file; without it found out.</summary>
    [Parameter]
    public string? Delimiter { get; set; }

    /// <summary>Names of the columns of a file without a header line.</summary>
    [Parameter]
    public string[]? Header { get; set; }

    /// <summary>Each line of the file is one basket, items with a separator between them; for rules.</summary>
    [Parameter(ParameterSetName = "Path")]
    public SwitchParameter BasketPerLine { get; set; }

    /// <summary>Table with the categories of the items: the item and then its categories, the nearest first; or an item or category and its parent.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string? HierarchyTable { get; set; }

    /// <summary>SELECT statement that gives the categories of the items.</summary>
    [Parameter]
    public string? HierarchyQuery { get; set; }

    /// <summary>File with the categories of the items.</summary>
    [Parameter]
    public string? HierarchyPath { get; set; }

    /// <summary>Columns of the item and its categories, the nearest first; without it all columns in their order.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[]? HierarchyColumn { get; set; }

    /// <summary>Model of groups, whose published members say to which group each user belongs; for Popularity, which then counts within the group.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ModelNameCompleter))]
    public string? ClusterModel { get; set; }

    /// <summary>Table or view with what describes the items, one row for each; items that only it has can be recommended too.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string? ItemTable { get; set; }

    /// <summary>SELECT statement that gives what describes the items.</summary>
    [Parameter]
    public string? ItemQuery { get; set; }

    /// <summary>File with what describes the items.</summary>
    [Parameter]
    public string? ItemPath { get; set; }

    /// <summary>Columns of it to take, perhaps with wildcards and with how to look at them: <c>Price, Tags:List, Title:Words, BrandId:Category</c>. Without it all but the id, each as it looks.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[]? ItemFeature { get; set; }

    /// <summary>Table or view with what describes the users, one row for each.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string? UserTable { get; set; }

    /// <summary>SELECT statement that gives what describes the users.</summary>
    [Parameter]
    public string? UserQuery { get; set; }

    /// <summary>File with what describes the users.</summary>
    [Parameter]
    public string? UserPath { get; set; }

    /// <summary>Columns of it to take, as with -ItemFeature.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[]? UserFeature { get; set; }

    /// <summary>How rows are set aside to measure on.</summary>
    [Parameter]
    public SplitKind? Split { get; set; }

    /// <summary>Share of rows set aside to measure on.</summary>
    [Parameter]
    public double? Holdout { get; set; }

    /// <summary>Table with test rows.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string? TestTable { get; set; }

    /// <summary>SELECT statement that gives test rows.</summary>
    [Parameter]
    public string? TestQuery { get; set; }

    /// <summary>File with test rows.</summary>
    [Parameter]
    public string? TestPath { get; set; }

    /// <summary>Length of the list that ranking metrics look at.</summary>
    [Parameter]
    public int? K { get; set; }

    /// <summary>What to do with several rows of one user and item.</summary>
    [Parameter]
    public DuplicatePolicy? Duplicates { get; set; }

    /// <summary>Rows that may be set aside before the run fails: a share below 1, or a count.</summary>
    [Parameter]
    public double? MaxRejected { get; set; }

    /// <summary>Start of every random draw.</summary>
    [Parameter]
    public long? Seed { get; set; }

    /// <summary>Threads to use; 0 for one a core. The result does not depend on it.</summary>
    [Parameter]
    public int? Threads { get; set; }

    /// <summary>Bytes that the run may use, such as 2GB.</summary>
    [Parameter]
    public long? MemoryLimit { get; set; }

    /// <summary>The settings that were given; each parameter has the name of its setting.</summary>
    /// <param name="except">Parameters that mean something else to the cmdlet than to a training run.</param>
    private protected TrainingSettings Given(params string[] except)
    {
        var settings = new TrainingSettings();
        foreach (var property in typeof(TrainingSettings).GetProperties().Where(property => !except.Contains(property.Name)))
        {
            if (MyInvocation.BoundParameters.TryGetValue(property.Name, out var given))
            {
                property.SetValue(settings, given switch
                {
                    SwitchParameter flag => flag.ToBool(),
                    IDictionary table => OptionTable.Plain(table),
                    string path when property.Name.EndsWith("Path", StringComparison.Ordinal) => FullPath(path),
                    _ => given,
                });
            }
        }

        return settings;
    }
}
