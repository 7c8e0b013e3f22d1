using RecTools.Data;

namespace RecTools.Training;

/// <summary>The ids of users and items, shared by all sources of one run (training and test) so that both number them alike.</summary>
public sealed class IdSpace
{
    private IdColumn? users;
    private IdColumn? items;
    private IdSet? userSet;
    private IdSet? itemSet;
    private int[]? userPlace;
    private int[]? itemPlace;

    /// <summary>Collects the user ids.</summary>
    internal IdColumn UserColumn => users!;

    /// <summary>Collects the item ids.</summary>
    internal IdColumn ItemColumn => items!;

    /// <summary>User ids in canonical order; sorted on first use, after which no more ids may come.</summary>
    public IdSet Users => userSet ??= users!.Seal(out userPlace);

    /// <summary>Item ids in canonical order.</summary>
    public IdSet Items => itemSet ??= items!.Seal(out itemPlace);

    /// <summary>Place of each item code in <see cref="Items"/>.</summary>
    internal int[] ItemPlaces => Items is not null ? itemPlace! : [];

    /// <summary>Place of each user code in <see cref="Users"/>.</summary>
    internal int[] UserPlaces => Users is not null ? userPlace! : [];

    /// <summary>Takes the kinds of ids from the first source; later ones must fit.</summary>
    /// <exception cref="RecException"><c>IdTypesDiffer</c>: the test source has ids of another kind.</exception>
    internal void Open(InteractionSource source, ColumnSpec user, ColumnSpec item, bool untyped, LinePolicy policy)
    {
        var userColumn = IdColumn.For(user, untyped, policy);
        var itemColumn = IdColumn.For(item, untyped, policy);
        if (users is null)
        {
            users = userColumn;
            items = itemColumn;
        }
        else if (users.GetType() != userColumn.GetType() || items!.GetType() != itemColumn.GetType())
        {
            throw RecException.Configuration(
                "IdTypesDiffer",
                $"The ids in {source} are of another type than those of the training source.",
                "Convert them in -TestQuery, so that both sources have ids of one type.",
                source.ToString());
        }
    }
}
