using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Who bought what.</summary>
/// <param name="Items">Ids of the items.</param>
/// <param name="Names">What people call them; null where the source does not say.</param>
/// <param name="Matrix">Customers by items; an entry where a customer bought an item.</param>
internal sealed record Purchases(IdSet Items, string?[]? Names, SparseMatrix Matrix)
{
    /// <summary>The name of an item; where it has none, its id.</summary>
    public string TextOf(int item) => Names?[item] ?? Items.Text(item);
}
