namespace RecTools.Algorithms;

/// <summary>What <see cref="Embedding"/> is trained for.</summary>
public enum EmbeddingAim
{
    /// <summary>To predict ratings: lowers the mean squared error.</summary>
    Rating,

    /// <summary>To tell what a user has from what he has not: lowers the binary cross-entropy, with items drawn at random for what he has not.</summary>
    Implicit,
}
