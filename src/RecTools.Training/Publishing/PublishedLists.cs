using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>What readers see of a recommender now, as far as the next version must be like it.</summary>
/// <param name="Top">Recommendations a user.</param>
/// <param name="EvidenceTop">Parts of a reason; 0 where no evidence is published.</param>
/// <param name="SimilarTop">Similar items an item; 0 where none are published.</param>
/// <param name="FallbackTop">Recommendations for somebody unknown; 0 where none are published.</param>
/// <param name="ResultHash">Hash of the run that published.</param>
internal sealed record PublishedLists(int Top, int EvidenceTop, int SimilarTop, int FallbackTop, string ResultHash)
{
    /// <summary>Looks at the published tables.</summary>
    /// <exception cref="RecException"><c>NothingPublished</c>, or <c>PublishedOtherwise</c> where the tables have other columns than this version writes.</exception>
    public static PublishedLists Find(Database database, ModelInfo info, StoredModel model)
    {
        var recommendations = Longest(database, info, "Recommendation", "Rank", RecommendationRows.RecommendationTable(model.Data));
        if (recommendations == 0)
        {
            throw new RecException(
                "NothingPublished", RecErrorKind.NotFound, $"No recommendations of '{info.Name}' are published, so there are none of unchanged users to keep.",
                "Publish it once without -OnlyChanged.", info.Name);
        }

        var run = new RunStore(database).Find(null, info.RunId, 1, detail: false).Single();
        return new PublishedLists(
            recommendations,
            Longest(database, info, "Evidence", "EvidenceRank", RecommendationRows.EvidenceTable(model.Data, model.Recommender)),
            Longest(database, info, "SimilarItem", "Rank", SimilarItemRows.SimilarItemTable(model.Data.Items)),
            Fallback(database, info, model),
            run.ResultHash ?? "");
    }

    /// <summary>Looks at what is published beside recommendations that stand in a table of the user's own.</summary>
    /// <exception cref="RecException"><c>PublishedOtherwise</c>.</exception>
    public static PublishedLists FindBesideDestination(Database database, ModelInfo info, StoredModel model) => new(0, 0, 0, Fallback(database, info, model), "");

    private static int Fallback(Database database, ModelInfo info, StoredModel model) => Longest(database, info, "Fallback", "Rank", FallbackRows.FallbackTable(model.Data));

    private static int Longest(Database database, ModelInfo info, string result, string rank, TableSpec table)
    {
        var view = database.OwnName($"{info.Name}_{result}");
        if (!database.OwnExists(view))
        {
            return 0;
        }

        using (var rows = database.Query($"SELECT * FROM {database.QuoteOwn(view)} WHERE 1 = 0", CancellationToken.None))
        {
            if (!rows.Columns.Select(column => column.Name).SequenceEqual(table.Columns.Select(column => column.Name)))
            {
                throw new RecException(
                    "PublishedOtherwise", RecErrorKind.Data, $"{database.ReadableOwn(view)} has other columns than this version of RecTools writes.",
                    "Publish it once without -OnlyChanged.", info.Name);
            }
        }

        using var longest = database.Query($"SELECT MAX({database.Quote(rank)}) FROM {database.QuoteOwn(view)}", CancellationToken.None);
        return longest.Read() && longest.Kind(0) == CellKind.Int64 ? (int)longest.GetInt64(0) : 0;
    }
}
