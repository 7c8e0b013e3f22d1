namespace RecTools.Benchmarks;

/// <summary>A data file is not here; what needs it is skipped.</summary>
internal sealed class MissingDataException(string relative)
    : Exception($"needs the data file ../shared/data/{relative}, which is not here");
