namespace RecTools.Algorithms;

/// <summary>A model that describes each user and each item by as many numbers: embeddings, or factors.</summary>
public interface IVectorModel
{
    /// <summary>The numbers of a user.</summary>
    /// <param name="user">The user.</param>
    ReadOnlySpan<float> UserVector(int user);

    /// <summary>The numbers of an item.</summary>
    /// <param name="item">The item.</param>
    ReadOnlySpan<float> ItemVector(int item);
}
