namespace RecTools.Algorithms;

/// <summary>How much each row of a history counts: its value, halved for every half-life that has passed since; below 0 as 0.</summary>
internal static class HistoryWeights
{
    /// <summary>The weights, in the order of the matrix.</summary>
    /// <param name="interactions">Users by items.</param>
    /// <param name="halfLifeDays">Days after which a row counts half; null for values as they are.</param>
    /// <param name="days">Time of each row in days; the latest is now.</param>
    /// <exception cref="RecException"><c>TimeColumnNeeded</c>: rows are to decay and have no time.</exception>
    public static float[] Of(SparseMatrix interactions, double? halfLifeDays, double[]? days)
    {
        if (halfLifeDays is not { } halfLife)
        {
            return Array.ConvertAll(interactions.Value, value => Math.Max(0, value));
        }

        if (days is null)
        {
            throw RecException.Configuration(
                "TimeColumnNeeded", $"HalfLifeDays is {halfLife}, and the rows have no time.",
                "Name the column that holds the time with -TimeColumn, or leave HalfLifeDays out.", halfLife);
        }

        var now = days.Length == 0 ? 0 : days.Max();
        var weights = new float[interactions.EntryCount];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = (float)(Math.Max(0, interactions.Value[i]) * Math.Pow(2, (days[i] - now) / halfLife));
        }

        return weights;
    }
}
