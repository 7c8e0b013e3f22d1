using RecTools.Data;

namespace RecTools.Benchmarks;

/// <summary>What a driver can do with nothing around it: a loop that one would write by hand for one table.</summary>
internal interface IBareDriver : IDisposable
{
    /// <summary>Reads all ratings into arrays that are there already.</summary>
    /// <returns>Rows read.</returns>
    int Read(string quotedTable, int[] users, int[] items, float[] values, long[] times);

    /// <summary>Writes recommendations into an empty table, in one transaction.</summary>
    void Write(string quotedTable, RowReader rows);
}
