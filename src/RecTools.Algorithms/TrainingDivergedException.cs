namespace RecTools.Algorithms;

/// <summary>A training loop whose loss is no number any more (<c>TrainingDiverged</c>), with the last good model it had.</summary>
/// <param name="message">What happened, with the setting at fault.</param>
/// <param name="action">What to do about it.</param>
/// <param name="target">The setting's value.</param>
public sealed class TrainingDivergedException(string message, string action, object target)
    : RecException("TrainingDiverged", RecErrorKind.Configuration, message, action, target)
{
    /// <summary>The model of the best step that came to its end; null where none did.</summary>
    public IRecommender? LastGood { get; init; }

    /// <summary>That step, from 1.</summary>
    public int LastGoodStep { get; init; }
}
