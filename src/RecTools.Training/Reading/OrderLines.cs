using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Collects to which basket each line belongs, and what people call the items.</summary>
/// <param name="ids">Collects the ids of the baskets.</param>
internal sealed class OrderLines(IdColumn ids)
{
    private readonly ChunkedList<int> baskets = new();

    /// <summary>Ids of the baskets, once they are sealed.</summary>
    public IdSet? Ids { get; private set; }

    /// <summary>Number of the basket in the current row; <see cref="IdColumn.Unusable"/> if it is not of the column's kind.</summary>
    public int Code(RowReader reader, int column) => ids.Code(reader, column);

    /// <summary>Adds a line.</summary>
    public void Add(int code) => baskets.Add(code);

    /// <summary>Bytes that a line takes here while baskets are sorted.</summary>
    public static int BytesPerRow => 6 * sizeof(int);

    /// <summary>The baskets in the order of their ids, each item once.</summary>
    /// <param name="rows">The lines' users, -1 where none is known, and items; by their codes.</param>
    /// <param name="space">Places of users and items.</param>
    /// <param name="repeated">Lines of an item that the basket had already.</param>
    public BasketData Seal(RowBlocks rows, IdSpace space, out long repeated)
    {
        var (item, user, itemCount) = (rows.Flatten(block => block.Item), rows.Flatten(block => block.User), space.Items.Count);
        for (var line = 0; line < item.Length; line++)
        {
            item[line] = space.ItemPlaces[item[line]];
            user[line] = user[line] < 0 ? user[line] : space.UserPlaces[user[line]];
        }

        Ids = ids.Seal(out var place);
        var set = Ids;
        var basket = baskets.Drain();
        for (var i = 0; i < basket.Length; i++)
        {
            basket[i] = place[basket[i]];
        }

        var order = CountingSort.Order(item, itemCount, null, out _);
        order = CountingSort.Order(basket, set.Count, order, out var lineStart);
        var start = new int[set.Count + 1];
        var items = new int[order.Length];
        var userOf = new int[set.Count];
        Array.Fill(userOf, -1);
        var used = 0;
        for (var b = 0; b < set.Count; b++)
        {
            for (var i = lineStart[b]; i < lineStart[b + 1]; i++)
            {
                var line = order[i];
                if (used == start[b] || items[used - 1] != item[line])
                {
                    items[used++] = item[line];
                }

                // A basket of several customers is the first one's, whatever the order of the lines.
                if (user[line] >= 0 && (userOf[b] < 0 || user[line] < userOf[b]))
                {
                    userOf[b] = user[line];
                }
            }

            start[b + 1] = used;
        }

        repeated = order.Length - used;
        Array.Resize(ref items, used);
        return new BasketData(new BasketSet(itemCount, start, items), userOf);
    }
}
