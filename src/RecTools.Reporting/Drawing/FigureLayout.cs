namespace RecTools.Reporting;

/// <summary>How much room a plot has: in a file of its own, on a page, or on a phone.</summary>
/// <param name="Width">Width of the plot in pixels, without what surrounds it.</param>
internal sealed record FigureLayout(int Width)
{
    private const int NarrowBelow = 500;

    /// <summary>A file of its own.</summary>
    public static FigureLayout File { get; } = new(1000 - (2 * Figure.Margin));

    /// <summary>The column of a page.</summary>
    public static FigureLayout Page { get; } = new(800);

    /// <summary>The screen of a phone.</summary>
    public static FigureLayout Phone { get; } = new(360);

    /// <summary>Whether there is no room for legends beside the plot and for long names.</summary>
    public bool IsNarrow => Width < NarrowBelow;

    /// <summary>The one or the other.</summary>
    public T Choose<T>(T wide, T narrow) => IsNarrow ? narrow : wide;
}
