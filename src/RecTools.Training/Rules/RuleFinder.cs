using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Finds rules and itemsets for an analyst: read, mine, hand out; nothing is written.</summary>
public sealed class RuleFinder
{
    private readonly Interactions data;
    private readonly RuleMiner miner;

    private RuleFinder(Interactions data, RuleMiner miner)
    {
        this.data = data;
        this.miner = miner;
    }

    /// <summary>Reads the baskets of a request.</summary>
    /// <param name="request">What to read, and the settings.</param>
    /// <param name="connection">Where tables are; may be null for a file or objects.</param>
    /// <param name="observer">Hears progress and warnings.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RecException">As for a training run.</exception>
    public static RuleFinder Open(RuleRequest request, RecConnection? connection, IRunObserver observer, CancellationToken cancellation)
    {
        RequestChecker.CheckSource(request.Source, "-Table, -Query, -Path or -InputObject");
        RequestChecker.CheckBasketSource(request.Source, request.Hierarchy);
        var algorithm = new AssociationRules();
        var options = (AssociationRulesOptions)OptionBinder.Bind(algorithm, request.Options);
        var budget = new MemoryBudget(request.MemoryLimit);
        var training = new TrainingRequest
        {
            Algorithm = algorithm.Name,
            ModelName = "",
            Source = request.Source,
            Hierarchy = request.Hierarchy,
            MaxRejected = request.MaxRejected,
            Split = new SplitRequest { Kind = SplitKind.None },
        };
        using var database = QuerySource.Open(connection, request.QueryParameters, observer);
        var workers = new Workers(request.Threads, cancellation);
        var read = TrainingData.Read(training, algorithm, options, database, budget, observer, workers);
        var data = read.Train;
        var miner = new RuleMiner(data.BasketSet, options, data.SideFor(data.Matrix), budget.Limit, workers);
        if (read.Rows.LeftOut.Count > 0)
        {
            observer.Warning($"{read.Rows.LeftOut.Count:N0} of {read.Rows.RowsRead:N0} rows of {request.Source} were left out: {read.Rows.LeftOut.Brief}.");
        }

        return new RuleFinder(data, miner)
        {
            Summary = $"{read.Rows.RowsRead:N0} rows of {request.Source}: {read.Rows.Rejected.Count:N0} set aside, {read.Rows.LeftOut.Count:N0} left out, "
                + $"{read.MergedRows:N0} repeated; {miner.BasketCount:N0} baskets of {data.Items.Count:N0} items.",
        };
    }

    /// <summary>What was read, in one line: rows, those set aside, left out and repeated, baskets and items.</summary>
    public string Summary { get; private init; } = "";

    /// <summary>The rules, strongest first.</summary>
    public IEnumerable<AssociationRule> FindRules(IRunObserver observer)
    {
        var mined = miner.FindRules(observer);
        return Enumerable.Range(0, mined.Rules.Count).Select(rule => RuleRecord.Of(mined.Rules, rule, data));
    }

    /// <summary>The itemsets, most frequent first.</summary>
    /// <param name="kind">Which of them.</param>
    public IEnumerable<Itemset> FindItemsets(ItemsetKind kind)
    {
        var (itemsets, kept) = miner.FindItemsets(kind);
        return kept.OrderByDescending(itemsets.SupportOf).ThenBy(itemsets.SizeOf).ThenBy(itemset => itemset).Select(itemset =>
        {
            var items = itemsets.ItemsOf(itemset);
            var support = itemsets.SupportOf(itemset);
            return new Itemset(ItemListText.Of(items, data.TextOf), RuleRecord.IdsOf(items, data), items.Length, support, (double)support / itemsets.BasketCount);
        });
    }

    /// <summary>How many itemsets various supports would give.</summary>
    public IReadOnlyList<ItemsetEstimate> Estimate() => miner.Estimate();
}
