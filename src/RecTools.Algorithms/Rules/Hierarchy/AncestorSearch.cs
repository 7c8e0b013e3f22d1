namespace RecTools.Algorithms;

/// <summary>Finds everything above each node, depth first and without recursion: rows that somebody typed must not exhaust the stack.</summary>
internal sealed class AncestorSearch
{
    private readonly IReadOnlyList<int>[] parents;
    private readonly int[][] ancestors;
    private readonly int[] depth;
    private readonly bool[] isOnPath;
    private readonly List<int> path = [];
    private readonly List<int> nextParent = [];

    /// <summary>Prepares to search.</summary>
    /// <param name="parents">For each node those right above it.</param>
    public AncestorSearch(IReadOnlyList<int>[] parents)
    {
        this.parents = parents;
        ancestors = new int[parents.Length][];
        depth = new int[parents.Length];
        isOnPath = new bool[parents.Length];
    }

    /// <summary>Searches.</summary>
    /// <param name="mostLevels">Levels above a node at most.</param>
    /// <param name="fault">Nodes of a cycle, the first repeated at the end; or of a chain upwards that is too long; else empty.</param>
    /// <returns>For each node all above it, ascending; null if there is a fault.</returns>
    public int[][]? Run(int mostLevels, out IReadOnlyList<int> fault)
    {
        fault = [];
        for (var start = 0; start < parents.Length; start++)
        {
            if (ancestors[start] is null)
            {
                Enter(start);
            }

            while (path.Count > 0)
            {
                var node = path[^1];
                var next = nextParent[^1]++;
                if (next == parents[node].Count)
                {
                    Leave(node);
                    if (depth[node] > mostLevels)
                    {
                        fault = ChainFrom(node);
                        return null;
                    }
                }
                else if (isOnPath[parents[node][next]])
                {
                    var again = parents[node][next];
                    fault = [.. path.Skip(path.IndexOf(again)), again];
                    return null;
                }
                else if (ancestors[parents[node][next]] is null)
                {
                    Enter(parents[node][next]);
                }
            }
        }

        return ancestors;
    }

    private void Enter(int node)
    {
        path.Add(node);
        nextParent.Add(0);
        isOnPath[node] = true;
    }

    private void Leave(int node)
    {
        path.RemoveAt(path.Count - 1);
        nextParent.RemoveAt(nextParent.Count - 1);
        isOnPath[node] = false;
        var own = new SortedSet<int>();
        foreach (var parent in parents[node])
        {
            own.Add(parent);
            own.UnionWith(ancestors[parent]);
            depth[node] = Math.Max(depth[node], depth[parent] + 1);
        }

        ancestors[node] = [.. own];
    }

    private List<int> ChainFrom(int node)
    {
        List<int> chain = [node];
        while (depth[node] > 0)
        {
            node = parents[node].First(parent => depth[parent] == depth[node] - 1);
            chain.Add(node);
        }

        return chain;
    }
}
