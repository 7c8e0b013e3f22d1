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
        using var database = connection is null ? null : Database.Open(connection);
        var data = TrainingData.Read(training, algorithm, options, database, budget, observer, cancellation).Train;
        var baskets = data.Baskets?.Baskets ?? BasketSet.FromRows(data.Matrix);
        var miner = new RuleMiner(baskets, options, data.SideFor(data.Matrix), budget.Limit, new Workers(request.Threads, cancellation));
        miner.WarnOfLargeBaskets(observer);
        return new RuleFinder(data, miner);
    }

    /// <summary>The rules, strongest first.</summary>
    public IEnumerable<AssociationRule> FindRules(IRunObserver observer)
    {
        var mined = miner.FindRules(observer);
        return Enumerable.Range(0, mined.Rules.Count).Select(rule => Rule(mined.Rules, rule));
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
            return new Itemset(ItemListText.Of(items, data.TextOf), Ids(items), items.Length, support, (double)support / itemsets.BasketCount);
        });
    }

    /// <summary>How many itemsets various supports would give.</summary>
    public IReadOnlyList<ItemsetEstimate> Estimate() => miner.Estimate();

    private AssociationRule Rule(RuleSet rules, int rule)
    {
        var measures = rules.MeasuresOf(rule);
        return new AssociationRule
        {
            RuleId = rule + 1,
            Antecedent = ItemListText.Of(rules.AntecedentOf(rule), data.TextOf),
            Consequent = ItemListText.Of(rules.ConsequentOf(rule), data.TextOf),
            AntecedentItems = Ids(rules.AntecedentOf(rule)),
            ConsequentItems = Ids(rules.ConsequentOf(rule)),
            Count = measures.Both,
            Support = measures.Support,
            Confidence = measures.Confidence,
            Lift = measures.Lift,
            Leverage = measures.Leverage,
            Conviction = measures.Conviction,
            Cosine = measures.Cosine,
            Kulczynski = measures.Kulczynski,
            ImbalanceRatio = measures.ImbalanceRatio,
            Importance = measures.Importance,
            PValue = rules.PValues[rule],
            AdjustedPValue = rules.AdjustedPValues[rule],
        };
    }

    private object[] Ids(ReadOnlySpan<int> items)
    {
        var ids = new object[items.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = items[i] < data.Items.Count ? data.Items[items[i]] : data.TextOf(items[i]);
        }

        return ids;
    }
}
