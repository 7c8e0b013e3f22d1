namespace RecTools.Algorithms;

/// <summary>Says how alike items are.</summary>
public interface IItemLikeness
{
    /// <summary>Likeness of two items: 1 for equal ones, 0 or less for ones with nothing in common. Safe to call from many threads.</summary>
    float Of(int item, int other);
}
