namespace RecTools.Algorithms;

/// <summary>
/// Merges groups along chains of nearest neighbours: from any group to its nearest, from there to that one's nearest, until two are each other's
/// nearest (Murtagh 1983, 'A survey of recent advances in hierarchical clustering algorithms'). Takes 3n searches for a nearest group at most.
/// </summary>
/// <remarks>
/// Right for linkages where a merged group is never nearer to a third one than the nearer of its parts was (Ward, single, complete, average,
/// weighted). The same property keeps a nearest neighbour that was found once the nearest for as long as it lives unchanged.
/// </remarks>
internal static class NearestNeighborChain
{
    private const int Never = -1;

    /// <summary>Merges all groups into one.</summary>
    public static MergeList Run(IMergingGroups groups, FitContext context)
    {
        var count = groups.Count;
        var merges = new MergeList(count, context);
        var nearest = new Neighbor[count];
        var searchedAt = new int[count];
        var changedAt = new int[count];
        var onChain = new bool[count];
        var chain = new int[count];
        var (length, start) = (0, 0);
        Array.Fill(searchedAt, Never);
        while (!merges.IsComplete)
        {
            if (length == 0)
            {
                while (changedAt[start] == int.MaxValue)
                {
                    start++;
                }

                Push(start);
            }

            var tip = chain[length - 1];
            if (searchedAt[tip] == Never || changedAt[nearest[tip].Index] > searchedAt[tip])
            {
                nearest[tip] = groups.Nearest(tip);
                searchedAt[tip] = merges.Count;
            }

            if (length > 1 && nearest[chain[length - 2]].Distance <= nearest[tip].Distance)
            {
                Merge(chain[length - 2], tip);
            }
            else
            {
                if (onChain[nearest[tip].Index])
                {
                    // Rounding has made a merged group a little nearer than it can be: begin with this pair.
                    Clear();
                    Push(tip);
                }

                Push(nearest[tip].Index);
            }
        }

        return merges;

        void Push(int group)
        {
            chain[length++] = group;
            onChain[group] = true;
        }

        void Clear()
        {
            while (length > 0)
            {
                onChain[chain[--length]] = false;
            }
        }

        void Merge(int previous, int tip)
        {
            var (from, into) = (Math.Min(previous, tip), Math.Max(previous, tip));
            merges.Add(from, into, groups.HeightOf(nearest[previous].Distance));
            groups.Merge(from, into);
            onChain[from] = onChain[into] = false;
            length -= 2;
            changedAt[from] = int.MaxValue;
            changedAt[into] = merges.Count;
            searchedAt[into] = Never;
        }
    }
}
