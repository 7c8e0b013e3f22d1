using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Reads what describes items and users, and brings it to the rows to learn from.</summary>
/// <param name="request">Where it is.</param>
/// <param name="keepsItems">Whether items that nobody has belong into the model.</param>
/// <param name="database">The database; may be null for files.</param>
/// <param name="budget">The memory that may be used.</param>
/// <param name="observer">Hears what was set aside, and what nothing describes.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class EntityFeatureReader(
    TrainingRequest request, bool keepsItems, Database? database, MemoryBudget budget, IRunObserver observer, CancellationToken cancellation)
{
    private EntityTable? items;
    private EntityTable? users;
    private int itemsBefore;
    private int usersBefore;

    /// <summary>Reads the tables. Comes after the rows to learn from, and before their ids are put in order: an item that only its table has becomes one of the ids.</summary>
    /// <exception cref="RecException">What <see cref="EntityTable.Read"/> throws.</exception>
    public void Read(IdSpace ids)
    {
        (itemsBefore, usersBefore) = (ids.ItemColumn.Count, ids.UserColumn.Count);
        if (request.ItemFeatures is { } itemSource)
        {
            items = new EntityTable(itemSource, EntityKind.Item);
            items.Read(ids.ItemColumn, request.MaxRejected, database, budget, observer, cancellation);
        }

        if (request.UserFeatures is { } userSource)
        {
            users = new EntityTable(userSource, EntityKind.User);
            users.Read(ids.UserColumn, request.MaxRejected, database, budget, observer, cancellation);
        }
    }

    /// <summary>Adds what was read to the rows.</summary>
    /// <exception cref="RecException">What <see cref="EntityTable.Seal"/> throws.</exception>
    public Interactions Describe(Interactions rows, IdSpace ids)
    {
        if (items is not null)
        {
            var (features, names) = items.Seal(ids.Items, ids.ItemPlaces, Known(ids.ItemPlaces, itemsBefore), observer);
            rows = rows with { ItemFeatures = features, ItemNames = rows.ItemNames ?? names, KeepsItemsWithoutRows = keepsItems };
        }

        return users is null ? rows : rows with { UserFeatures = users.Seal(ids.Users, ids.UserPlaces, Known(ids.UserPlaces, usersBefore), observer).Features };
    }

    // The ids of the rows to learn from were numbered first.
    private static Func<int, bool> Known(int[] place, int before)
    {
        var isKnown = new bool[place.Length];
        for (var code = 0; code < before; code++)
        {
            isKnown[place[code]] = true;
        }

        return id => isKnown[id];
    }
}
