namespace RecTools.Algorithms;

/// <summary>Which rows of a table a batch touches, and by which members: lists by row, members in their order.</summary>
/// <param name="rows">Rows of the table.</param>
internal sealed class RowGroups(int rows)
{
    private readonly int[] first = MakeEmpty(rows);
    private int[] next = [];
    private int[] touched = [];

    /// <summary>Rows touched.</summary>
    public int Count { get; private set; }

    /// <summary>Groups members anew.</summary>
    /// <param name="rowOf">Row of each member.</param>
    public void Group(ReadOnlySpan<int> rowOf)
    {
        for (var group = 0; group < Count; group++)
        {
            first[touched[group]] = -1;
        }

        if (next.Length < rowOf.Length)
        {
            next = new int[rowOf.Length];
            touched = new int[rowOf.Length];
        }

        Count = 0;
        for (var member = rowOf.Length - 1; member >= 0; member--)
        {
            ref var head = ref first[rowOf[member]];
            if (head < 0)
            {
                touched[Count++] = rowOf[member];
            }

            (next[member], head) = (head, member);
        }
    }

    /// <summary>Row of a group.</summary>
    public int RowOf(int group) => touched[group];

    /// <summary>First member of a group.</summary>
    public int FirstOf(int group) => first[touched[group]];

    /// <summary>The member after one of the same group; -1 for none.</summary>
    public int After(int member) => next[member];

    private static int[] MakeEmpty(int rows)
    {
        var empty = new int[rows];
        Array.Fill(empty, -1);
        return empty;
    }
}
