namespace RecTools;

/// <summary>The settings of a training run as people give them: by parameter or in a job file, under the same names. What is null was not given.</summary>
public sealed record TrainingSettings
{
    /// <summary>Name of the algorithm.</summary>
    public string? Algorithm { get; init; }

    /// <summary>Name to store and publish under.</summary>
    public string? ModelName { get; init; }

    /// <summary>Table or view with the rows.</summary>
    public string? Table { get; init; }

    /// <summary>SELECT statement that gives the rows.</summary>
    public string? Query { get; init; }

    /// <summary>File with the rows.</summary>
    public string? Path { get; init; }

    /// <summary>Values of the parameters that the queries have.</summary>
    public IReadOnlyDictionary<string, object?>? QueryParameter { get; init; }

    /// <summary>Column with the user or customer.</summary>
    public string? UserColumn { get; init; }

    /// <summary>Column with the order, invoice or visit that brings items together.</summary>
    public string? BasketColumn { get; init; }

    /// <summary>Column with what people call an item.</summary>
    public string? ItemNameColumn { get; init; }

    /// <summary>Whether each line of the file is one basket.</summary>
    public bool? BasketPerLine { get; init; }

    /// <summary>Table with the categories of the items.</summary>
    public string? HierarchyTable { get; init; }

    /// <summary>SELECT statement that gives the categories of the items.</summary>
    public string? HierarchyQuery { get; init; }

    /// <summary>File with the categories of the items.</summary>
    public string? HierarchyPath { get; init; }

    /// <summary>Columns of the item and its categories, the nearest first.</summary>
    public string[]? HierarchyColumn { get; init; }

    /// <summary>Column with the item.</summary>
    public string? ItemColumn { get; init; }

    /// <summary>Column with the rating, count or weight.</summary>
    public string? ValueColumn { get; init; }

    /// <summary>Column with the time.</summary>
    public string? TimeColumn { get; init; }

    /// <summary>What stands between the columns of a file.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Names of the columns of a file without a header line.</summary>
    public string[]? Header { get; init; }

    /// <summary>Model of groups whose published members say to which group each user belongs.</summary>
    public string? ClusterModel { get; init; }

    /// <summary>Numeric columns that describe a customer.</summary>
    public string[]? Feature { get; init; }

    /// <summary>Columns with names, such as a city, that describe a customer.</summary>
    public string[]? CategoricalFeature { get; init; }

    /// <summary>Features of a customer to compute from lines of orders.</summary>
    public OrderFeature[]? OrderFeature { get; init; }

    /// <summary>Column with the price of one piece.</summary>
    public string? PriceColumn { get; init; }

    /// <summary>Column with the amount of a line.</summary>
    public string? AmountColumn { get; init; }

    /// <summary>Column with the category of a line's item.</summary>
    public string? CategoryColumn { get; init; }

    /// <summary>Day from which recency and tenure are counted back.</summary>
    public DateTime? ReferenceDate { get; init; }

    /// <summary>How features are made comparable.</summary>
    public FeatureScaling? Scaling { get; init; }

    /// <summary>What happens where a feature is not known.</summary>
    public MissingValues? Missing { get; init; }

    /// <summary>Categories of a column that become features of their own.</summary>
    public int? MaxCategories { get; init; }

    /// <summary>File to draw plots to, as SVG or PNG.</summary>
    public string? PlotPath { get; init; }

    /// <summary>Table with what describes the items.</summary>
    public string? ItemTable { get; init; }

    /// <summary>SELECT statement that gives what describes the items.</summary>
    public string? ItemQuery { get; init; }

    /// <summary>File with what describes the items.</summary>
    public string? ItemPath { get; init; }

    /// <summary>Columns of it to take.</summary>
    public string[]? ItemFeature { get; init; }

    /// <summary>Table with what describes the users.</summary>
    public string? UserTable { get; init; }

    /// <summary>SELECT statement that gives what describes the users.</summary>
    public string? UserQuery { get; init; }

    /// <summary>File with what describes the users.</summary>
    public string? UserPath { get; init; }

    /// <summary>Columns of it to take.</summary>
    public string[]? UserFeature { get; init; }

    /// <summary>Settings of the algorithm.</summary>
    public IReadOnlyDictionary<string, object?>? Option { get; init; }

    /// <summary>How rows are set aside to measure on.</summary>
    public SplitKind? Split { get; init; }

    /// <summary>Share of rows set aside.</summary>
    public double? Holdout { get; init; }

    /// <summary>Table with the test rows.</summary>
    public string? TestTable { get; init; }

    /// <summary>SELECT statement that gives the test rows.</summary>
    public string? TestQuery { get; init; }

    /// <summary>File with the test rows.</summary>
    public string? TestPath { get; init; }

    /// <summary>Length of the list that ranking metrics look at.</summary>
    public int? K { get; init; }

    /// <summary>Recommendations to write for each user.</summary>
    public int? Top { get; init; }

    /// <summary>A SELECT of the items that may be recommended.</summary>
    public string? ItemFilter { get; init; }

    /// <summary>A SELECT of who may be recommended what.</summary>
    public string? CandidateQuery { get; init; }

    /// <summary>Column of these with the category of an item.</summary>
    public string? ItemCategoryColumn { get; init; }

    /// <summary>Items of one category in a list at most.</summary>
    public int? MaxPerCategory { get; init; }

    /// <summary>What happens with items that a user has already.</summary>
    public SeenItems? SeenItems { get; init; }

    /// <summary>Days after which an item may be recommended again.</summary>
    public int? SeenAfterDays { get; init; }

    /// <summary>How much difference between the items of a list counts.</summary>
    public double? Diversity { get; init; }

    /// <summary>A table of the user's own to write recommendations to.</summary>
    public string? Destination { get; init; }

    /// <summary>How that table is written.</summary>
    public DestinationMode? DestinationMode { get; init; }

    /// <summary>Similar items to write for each item.</summary>
    public int? SimilarTop { get; init; }

    /// <summary>Parts of the reason to write for each recommendation.</summary>
    public int? EvidenceTop { get; init; }

    /// <summary>Bounds of metrics that the run must keep to publish.</summary>
    public string[]? RequireMetric { get; init; }

    /// <summary>Whether the run must be no worse than the one that readers see.</summary>
    public bool? RequireNoWorse { get; init; }

    /// <summary>Share of the recommendations that may change.</summary>
    public double? MaxChurn { get; init; }

    /// <summary>What to do with duplicates.</summary>
    public DuplicatePolicy? Duplicates { get; init; }

    /// <summary>Rows that may be set aside: a share below 1, or a count.</summary>
    public double? MaxRejected { get; init; }

    /// <summary>Publishes the model that was measured, without fitting again on all rows.</summary>
    public bool? NoRefit { get; init; }

    /// <summary>Measures only.</summary>
    public bool? NoPublish { get; init; }

    /// <summary>Start of every random draw.</summary>
    public long? Seed { get; init; }

    /// <summary>Threads to use.</summary>
    public int? Threads { get; init; }

    /// <summary>Bytes that the run may use.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>What cancelling the run does with what it has learned.</summary>
    public CancelAction? OnCancel { get; init; }

    /// <summary>Time that Auto may take to choose.</summary>
    public TimeSpan? TimeBudget { get; init; }

    /// <summary>The figure that Auto chooses by.</summary>
    public string? Metric { get; init; }

    /// <summary>Records of the model's runs to keep.</summary>
    public int? KeepRuns { get; init; }

    /// <summary>Versions of the published tables to keep.</summary>
    public int? KeepVersions { get; init; }

    /// <summary>These settings, and where one was not given the other's.</summary>
    public TrainingSettings Over(TrainingSettings other)
    {
        var merged = new TrainingSettings();
        foreach (var property in typeof(TrainingSettings).GetProperties())
        {
            property.SetValue(merged, property.GetValue(this) ?? property.GetValue(other));
        }

        // A source given by parameter replaces the file's as a whole: two sources would be refused.
        return (Table ?? Query ?? Path) is null ? merged : merged with { Table = Table, Query = Query, Path = Path };
    }

    /// <summary>The request, with defaults for what was not given.</summary>
    /// <exception cref="RecException"><c>AlgorithmMissing</c> or <c>ModelNameMissing</c>.</exception>
    public TrainingRequest ToRequest()
    {
        var defaults = new TrainingRequest { Algorithm = "", ModelName = "", Source = new InteractionSource() };
        var hasTest = (TestTable ?? TestQuery ?? TestPath) is not null;
        return defaults with
        {
            Algorithm = Algorithm ?? throw NotGiven("AlgorithmMissing", "No algorithm was named.", "Give -Algorithm, such as ImplicitAls."),
            ModelName = ModelName ?? throw NotGiven("ModelNameMissing", "The model has no name.", "Give -ModelName; its tables are published under it."),
            Source = Columns(new InteractionSource { Table = Table, Query = Query, Path = Path }),
            Hierarchy = (HierarchyTable ?? HierarchyQuery ?? HierarchyPath) is null && HierarchyColumn is null
                ? null
                : new HierarchySource { Table = HierarchyTable, Query = HierarchyQuery, Path = HierarchyPath, Columns = HierarchyColumn },
            ClusterModel = ClusterModel,
            Features = Features(),
            ItemFeatures = (ItemTable ?? ItemQuery ?? ItemPath) is null && ItemFeature is null
                ? null
                : new FeatureSource { Table = ItemTable, Query = ItemQuery, Path = ItemPath, IdColumn = ItemColumn, NameColumn = ItemNameColumn, Features = ItemFeature },
            UserFeatures = (UserTable ?? UserQuery ?? UserPath) is null && UserFeature is null
                ? null
                : new FeatureSource { Table = UserTable, Query = UserQuery, Path = UserPath, IdColumn = UserColumn, Features = UserFeature },
            Options = Option ?? defaults.Options,
            Split = new SplitRequest
            {
                Kind = Split ?? (hasTest ? SplitKind.Given : defaults.Split.Kind),
                Holdout = Holdout ?? defaults.Split.Holdout,
                TestSource = hasTest ? Columns(new InteractionSource { Table = TestTable, Query = TestQuery, Path = TestPath }) : null,
            },
            K = K ?? defaults.K,
            Top = Top ?? defaults.Top,
            Lists = ToLists(),
            Gates = new GateRequest { RequireMetric = RequireMetric ?? [], RequireNoWorse = RequireNoWorse == true, MaxChurn = MaxChurn },
            Destination = Destination,
            DestinationMode = DestinationMode ?? defaults.DestinationMode,
            SimilarTop = SimilarTop ?? defaults.SimilarTop,
            EvidenceTop = EvidenceTop ?? defaults.EvidenceTop,
            Duplicates = Duplicates ?? defaults.Duplicates,
            MaxRejected = MaxRejected ?? defaults.MaxRejected,
            Refit = NoRefit != true,
            Publish = NoPublish != true,
            Seed = Seed ?? defaults.Seed,
            Threads = Threads ?? defaults.Threads,
            MemoryLimit = MemoryLimit ?? defaults.MemoryLimit,
            OnCancel = OnCancel ?? defaults.OnCancel,
            TimeBudget = TimeBudget ?? defaults.TimeBudget,
            Metric = Metric,
            KeepRuns = KeepRuns ?? defaults.KeepRuns,
            QueryParameters = QueryParameter ?? defaults.QueryParameters,
            KeepVersions = KeepVersions ?? defaults.KeepVersions,
        };
    }

    /// <summary>The business rules among the settings, with defaults for what was not given.</summary>
    public ListRequest ToLists()
    {
        var defaults = new ListRequest();
        return new ListRequest
        {
            ItemFilter = ItemFilter,
            CandidateQuery = CandidateQuery,
            ItemCategoryColumn = ItemCategoryColumn,
            MaxPerCategory = MaxPerCategory,
            SeenItems = SeenItems ?? (SeenAfterDays is null ? defaults.SeenItems : RecTools.SeenItems.AfterDays),
            SeenAfterDays = SeenAfterDays ?? defaults.SeenAfterDays,
            Diversity = Diversity ?? defaults.Diversity,
        };
    }

    private FeatureRequest? Features()
    {
        object?[] given =
            [Feature, CategoricalFeature, OrderFeature, PriceColumn, AmountColumn, CategoryColumn, ReferenceDate, Scaling, Missing, MaxCategories, PlotPath];
        var defaults = new FeatureRequest();
        return Array.TrueForAll(given, value => value is null) ? null : new FeatureRequest
        {
            Columns = Feature,
            CategoricalColumns = CategoricalFeature ?? defaults.CategoricalColumns,
            FromOrders = OrderFeature,
            PriceColumn = PriceColumn,
            AmountColumn = AmountColumn,
            CategoryColumn = CategoryColumn,
            ReferenceDate = ReferenceDate,
            Scaling = Scaling ?? defaults.Scaling,
            Missing = Missing ?? defaults.Missing,
            MaxCategories = MaxCategories ?? defaults.MaxCategories,
            PlotPath = PlotPath,
        };
    }

    private InteractionSource Columns(InteractionSource source) => source with
    {
        UserColumn = UserColumn,
        ItemColumn = ItemColumn,
        ValueColumn = ValueColumn,
        TimeColumn = TimeColumn,
        BasketColumn = BasketColumn,
        ItemNameColumn = ItemNameColumn,
        BasketPerLine = BasketPerLine == true,
        Delimiter = Delimiter,
        Header = Header,
    };

    private static RecException NotGiven(string errorId, string message, string action) => RecException.Configuration(errorId, message, action);
}
