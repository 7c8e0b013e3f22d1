namespace RecTools.Algorithms;

/// <summary>Guesses what values mean where nobody has looked at the rows.</summary>
internal static class FeedbackLook
{
    /// <summary>Values that all are the same are no ratings.</summary>
    public static FeedbackKind Of(SparseMatrix interactions) =>
        interactions.Value.AsSpan().ContainsAnyExcept(interactions.EntryCount == 0 ? 1 : interactions.Value[0]) ? FeedbackKind.Explicit : FeedbackKind.Implicit;
}
