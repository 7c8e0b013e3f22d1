using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Who belongs to which group, as rows in the order of the customers.</summary>
/// <param name="groups">The customers in their groups.</param>
/// <param name="tree">How groups were merged; null for none, and for customers that were placed later.</param>
/// <param name="hash">Takes in every row.</param>
internal sealed class ClusterMemberRows(CustomerGroups groups, MergeTree? tree, ResultHash hash) : ResultRows(MemberTable(groups.Table.Customers, tree is not null))
{
    private int customer = -1;

    /// <summary>Rows of <c>_ClusterMember</c>.</summary>
    /// <param name="customers">Ids of the customers.</param>
    /// <param name="hasLeaves">Whether the leaf of the tree stands there too.</param>
    public static TableSpec MemberTable(IdSet customers, bool hasLeaves) => new(
        [
            customers.Column("CustomerId"),
            new("ClusterId", CellKind.Int64, "int"),
            new("Distance", CellKind.Float64),
            .. hasLeaves ? [new ColumnSpec("LeafId", CellKind.Int64, "int")] : Array.Empty<ColumnSpec>(),
        ],
        ["CustomerId"]);

    /// <inheritdoc/>
    public override bool Read()
    {
        if (++customer >= groups.Points.Count)
        {
            return false;
        }

        var (cluster, distance) = (groups.Clustering.ClusterOf[customer] + 1, groups.DistanceOf(customer));
        var leaf = tree is null ? 0 : (tree.LeafOf?[customer] ?? customer) + 1;
        SetId(0, groups.Table.Customers, customer);
        Set(1, (long)cluster);
        Set(2, distance);
        if (tree is not null)
        {
            Set(3, (long)leaf);
        }

        hash.Add(customer, cluster, leaf, (float)distance);
        return true;
    }
}
