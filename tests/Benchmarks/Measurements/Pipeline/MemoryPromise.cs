namespace RecTools.Benchmarks;

/// <summary>Compares the memory of a job's stages with what is promised for each row, beyond what the stage needs whatever the rows.</summary>
internal static class MemoryPromise
{
    // Code, buffers of the database, and what the garbage collector keeps for itself.
    private const double FixedMegabytes = 150;
    private const double Megabyte = 1 << 20;

    /// <summary>Reports stage after stage.</summary>
    /// <param name="report">Where to.</param>
    /// <param name="job">What was measured.</param>
    /// <param name="hasTime">Whether rows have a time.</param>
    public static void Check(BenchmarkReport report, JobResult job, bool hasTime)
    {
        // Two of each row while they are sorted; the transposed matrix beside the model's factors; the stored model.
        var promised = new Dictionary<string, double> { ["Read"] = hasTime ? 40 : 24, ["Fit"] = 8, ["Publish"] = 16 };
        foreach (var (stage, bytes) in promised)
        {
            var measured = job.BytesPerRow[stage] - (FixedMegabytes * Megabyte / job.Rows) - ModelBytes(stage, job);
            report.AddAtMost(job.Case, $"{stage}, bytes a row beyond the fixed part", measured, bytes);
        }
    }

    // Factors of users and items, in the publication once more as they are stored.
    private static double ModelBytes(string stage, JobResult job) =>
        stage == "Read" ? 0 : 64.0 * sizeof(float) * (job.Users + (2.0 * job.Items)) / job.Rows;
}
