namespace RecTools;

/// <summary>What a recommendation rests on.</summary>
public enum ReasonKind
{
    /// <summary>The model's score for this user.</summary>
    Model,

    /// <summary>An association rule that fits what the user has.</summary>
    Rules,

    /// <summary>Features of the item.</summary>
    Content,

    /// <summary>What the user's group has.</summary>
    Cluster,

    /// <summary>What most users have.</summary>
    Popular,

    /// <summary>A business rule put the item first.</summary>
    Pinned,
}
