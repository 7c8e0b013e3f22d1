namespace RecTools;

/// <summary>How far a trial of a search went.</summary>
public enum TrialStatus
{
    /// <summary>Measured on all validation folds.</summary>
    Finished,

    /// <summary>Given up after some folds, since others were better.</summary>
    Dropped,

    /// <summary>The fit ended in an error.</summary>
    Failed,
}
