namespace RecTools.Data;

/// <summary>A reader of text whose rows may not have the shape of the header.</summary>
public interface IMalformedRows
{
    /// <summary>Whether the current row does not have the columns of the header.</summary>
    bool IsMalformed { get; }

    /// <summary>The current row for a message, with its line number.</summary>
    string Describe();
}
