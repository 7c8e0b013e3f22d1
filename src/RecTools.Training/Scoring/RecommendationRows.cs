using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>The recommendations of all users as rows, or the parts of their reasons; scored some thousand users at a time, so memory stays small.</summary>
/// <param name="model">The model.</param>
/// <param name="data">Ids, and what users have.</param>
/// <param name="rules">What lists may hold and how they are put together.</param>
/// <param name="top">Items a user.</param>
/// <param name="evidence">0 for recommendations; otherwise the rows are that many parts for each of them.</param>
/// <param name="workers">Threads and cancellation.</param>
/// <param name="hash">Takes in every row.</param>
internal sealed class RecommendationRows(IRecommender model, Interactions data, ListRules rules, int top, int evidence, Workers workers, ResultHash hash)
    : ResultRows(evidence == 0 ? RecommendationTable(data) : EvidenceTable(data, model))
{
    private const int UsersAtOnce = 2048;
    private readonly bool hasRules = model.As<IRuleModel>() is not null;
    private readonly EvidenceNames names = new(model, data);
    private ExplainedLists? lists;

    /// <summary>Users whose list is short, once all rows are read.</summary>
    public ShortLists Short { get; } = new(data.Users, top);

    private int user = -1;
    private int rank;
    private int part;

    /// <summary>Rows of <c>_Recommendation</c>.</summary>
    public static TableSpec RecommendationTable(Interactions data) => new(
        [
            data.Users.Column("UserId"),
            new("Rank", CellKind.Int64, "int"),
            data.Items.Column("ItemId"),
            new("Score", CellKind.Float64, "real"),
            new("Reason", CellKind.Text),
            new("ReasonKind", CellKind.Text, Optional: true),
        ],
        ["UserId", "Rank"]);

    /// <summary>Rows of <c>_Evidence</c>; the rule, the feature or the part of a hybrid is there where the model knows such.</summary>
    public static TableSpec EvidenceTable(Interactions data, IRecommender model)
    {
        var names = new EvidenceNames(model, data);
        var columns = new List<ColumnSpec>
        {
            data.Users.Column("UserId"),
            new("Rank", CellKind.Int64, "int"),
            new("EvidenceRank", CellKind.Int64, "int"),
            data.Items.Column("ItemId") with { Nullable = names.HasFeatures || names.HasParts },
            new("Contribution", CellKind.Float64, "real"),
        };
        if (model.As<IRuleModel>() is not null)
        {
            columns.Add(new("RuleId", CellKind.Int64, "int"));
        }

        if (names.HasFeatures)
        {
            columns.Add(new("Feature", CellKind.Text, Nullable: true));
        }

        if (names.HasParts)
        {
            columns.Add(new("Part", CellKind.Text, Nullable: true));
        }

        return new(columns, ["UserId", "Rank", "EvidenceRank"]);
    }

    public override bool Read()
    {
        while (!Advance())
        {
            if (user + 1 >= data.Users.Count)
            {
                return false;
            }

            user++;
            (rank, part) = (-1, -1);
            if (lists is null || user >= lists.EndUser)
            {
                var count = Math.Min(UsersAtOnce, data.Users.Count - user);
                lists = ExplainedLists.Compute(model, rules, data.Matrix, user, count, top, Math.Max(evidence, ReasonText.Parts), workers);
            }

            Short.Add(user, lists.ItemsOf(user).Length);
        }

        return true;
    }

    private bool Advance()
    {
        if (user < 0)
        {
            return false;
        }

        return evidence == 0 ? AdvanceRecommendation() : AdvanceEvidence();
    }

    private bool AdvanceRecommendation()
    {
        if (++rank >= lists!.ItemsOf(user).Length)
        {
            return false;
        }

        var entry = lists.ItemsOf(user)[rank];
        var kind = lists.KindOf(model, user, rank);
        var reason = ReasonText.Of(model, user, entry.Item, lists.PartsOf(user, rank), data, names);
        SetId(0, data.Users, user);
        Set(1, rank + 1L);
        SetId(2, data.Items, entry.Item);
        Set(3, (double)entry.Score);
        Set(4, reason);
        Set(5, kind.ToString());
        hash.Add(user, rank, entry.Item, entry.Score);
        hash.Add(reason);
        hash.Add((byte)kind);
        return true;
    }

    private bool AdvanceEvidence()
    {
        part++;
        while (rank < 0 || part >= Math.Min(evidence, lists!.PartsOf(user, rank).Length))
        {
            part = 0;
            if (++rank >= lists!.ItemsOf(user).Length)
            {
                return false;
            }
        }

        var entry = lists.PartsOf(user, rank)[part];
        SetId(0, data.Users, user);
        Set(1, rank + 1L);
        Set(2, part + 1L);
        SetNull(3, entry.Item < 0);
        if (entry.Item >= 0)
        {
            SetId(3, data.Items, entry.Item);
        }

        Set(4, (double)entry.Score);
        var column = 5;
        if (hasRules)
        {
            Set(column++, entry.Rule + 1L);
        }

        if (names.HasFeatures)
        {
            SetOrNull(column++, names.FeatureOf(entry));
        }

        if (names.HasParts)
        {
            SetOrNull(column, names.PartOf(entry));
        }

        hash.Add(user, rank, entry.Item >= 0 ? entry.Item : -2 - entry.Feature - entry.Part, entry.Score);
        return true;
    }
}
