using RecTools.Data;

namespace RecTools.Training;

/// <summary>Ids as rows of one column.</summary>
/// <param name="column">Name of the column.</param>
/// <param name="sets">The ids; all of one type, that of the first set.</param>
internal sealed class IdRows(string column, params IdSet[] sets) : ResultRows(new TableSpec([sets[0].Column(column)], []))
{
    private int set;
    private int index = -1;

    public override bool Read()
    {
        index++;
        while (set < sets.Length && index >= sets[set].Count)
        {
            set++;
            index = 0;
        }

        if (set == sets.Length)
        {
            return false;
        }

        SetId(0, sets[set], index);
        return true;
    }
}
