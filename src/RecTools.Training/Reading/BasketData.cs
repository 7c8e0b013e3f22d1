using System.Runtime.InteropServices;
using System.Security.Cryptography;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>What was bought together, and by whom.</summary>
/// <param name="Baskets">The baskets.</param>
/// <param name="UserOf">User of each basket; -1 where none is known.</param>
public sealed record BasketData(BasketSet Baskets, int[] UserOf)
{
    /// <summary>The baskets without what their users do not have in a matrix: what is held back to measure on must not be learned from.</summary>
    /// <param name="train">Users by items.</param>
    public BasketSet Within(SparseMatrix train) =>
        Baskets.Where((basket, item) => UserOf[basket] < 0 || train.ColumnsOf(UserOf[basket]).BinarySearch(item) >= 0);

    /// <summary>The same with users and items numbered anew.</summary>
    /// <param name="userPlace">New number of each user; null where they stay.</param>
    /// <param name="itemPlace">New number of each item.</param>
    /// <param name="itemCount">Items left.</param>
    public BasketData Renumber(int[] userPlace, int[] itemPlace, int itemCount) =>
        new(Baskets.Renumber(itemPlace, itemCount), Array.ConvertAll(UserOf, user => user < 0 ? -1 : userPlace[user]));

    /// <summary>Takes everything into a hash.</summary>
    internal void AddTo(IncrementalHash hash)
    {
        hash.AppendData(MemoryMarshal.AsBytes(Baskets.Starts));
        hash.AppendData(MemoryMarshal.AsBytes(Baskets.Entries));
        hash.AppendData(MemoryMarshal.AsBytes(UserOf.AsSpan()));
    }
}
