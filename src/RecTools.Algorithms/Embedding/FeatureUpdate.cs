using System.Runtime.InteropServices;

namespace RecTools.Algorithms;

/// <summary>Gradients of the embeddings of features: each gets those of the items that have it, times its value there.</summary>
/// <param name="table">Embeddings of the features.</param>
/// <param name="features">Features of the items.</param>
/// <param name="items">Gradients of the items.</param>
internal sealed unsafe class FeatureUpdate(FactorMatrix table, SparseMatrix features, TableUpdate items)
{
    private const int RowsInPiece = 32;
    private readonly List<int> featureOf = [];
    private readonly List<int> itemGroupOf = [];
    private readonly List<float> valueOf = [];

    /// <summary>The gradients.</summary>
    public TableUpdate Table { get; } = new(table, null);

    /// <summary>Sums them, after those of the items.</summary>
    public void Sum(SteadyCrew crew)
    {
        featureOf.Clear();
        itemGroupOf.Clear();
        valueOf.Clear();
        for (var group = 0; group < items.Groups.Count; group++)
        {
            var item = items.Groups.RowOf(group);
            featureOf.AddRange(features.ColumnsOf(item));
            valueOf.AddRange(features.ValuesOf(item));
            for (var i = features.CountOf(item); i > 0; i--)
            {
                itemGroupOf.Add(group);
            }
        }

        Table.Group(CollectionsMarshal.AsSpan(featureOf));
        crew.ForEachPiece(Table.Groups.Count, RowsInPiece, (from, to) => Table.Sum(
            from,
            to,
            items.Gradients.Start,
            CollectionsMarshal.AsSpan(itemGroupOf),
            CollectionsMarshal.AsSpan(valueOf)));
    }
}
