namespace RecTools;

/// <summary>What cancelling a run does with what it has learned so far.</summary>
public enum CancelAction
{
    /// <summary>Nothing of the run is kept; the last publication stays.</summary>
    Discard,

    /// <summary>While a model is being fitted, training ends with the best it has, which is measured and published; at any other time as <see cref="Discard"/>.</summary>
    Keep,
}
