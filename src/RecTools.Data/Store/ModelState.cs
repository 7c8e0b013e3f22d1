namespace RecTools.Data;

/// <summary>Where a version of a model stands; its published tables stand with it.</summary>
internal enum ModelState
{
    /// <summary>Its run is still at work, or died.</summary>
    Loading,

    /// <summary>In use: the views show its tables.</summary>
    Current,

    /// <summary>Was in use, and is kept for undo.</summary>
    Previous,

    /// <summary>Was in use and put aside by undo; the next run drops it.</summary>
    Undone,
}
