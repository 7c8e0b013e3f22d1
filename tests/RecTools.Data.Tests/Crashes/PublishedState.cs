using System.Text;
using RecTools.Data;

namespace RecTools.Tests;

/// <summary>What somebody sees who reads all published tables of a model, as text, with the number of their rows.</summary>
/// <param name="Text">Every cell.</param>
/// <param name="RowCount">Rows of all tables.</param>
internal sealed record PublishedState(string Text, long RowCount)
{
    /// <summary>Reads it in one transaction, as an application does that wants tables which belong together.</summary>
    public static PublishedState Read(TestDatabase test, string model)
    {
        using var database = test.Open();
        using var transaction = database.BeginTransaction();
        var text = new StringBuilder();
        var rows = 0L;
        foreach (var view in new[] { "Recommendation", "SimilarItem", "Evidence", "Fallback" }.Select(result => database.OwnName($"{model}_{result}")))
        {
            text.Append(view).Append('\n');
            if (database.OwnExists(view))
            {
                var lines = database.Select(Line, $"SELECT * FROM {database.QuoteOwn(view)} ORDER BY 1, 2, 3");
                text.AppendJoin('\n', lines);
                rows += lines.Count;
            }
        }

        return new PublishedState(text.ToString(), rows);
    }

    private static string Line(System.Data.Common.DbDataReader row) =>
        string.Join('|', Enumerable.Range(0, row.FieldCount).Select(column => Convert.ToString(row.GetValue(column), System.Globalization.CultureInfo.InvariantCulture)));
}
