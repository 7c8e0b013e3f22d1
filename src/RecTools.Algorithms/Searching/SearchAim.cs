namespace RecTools.Algorithms;

/// <summary>What a search wants a model to be good at, which decides the settings that are worth trying.</summary>
public enum SearchAim
{
    /// <summary>Whatever it is.</summary>
    Any,

    /// <summary>Lists of recommendations, as measured by nDCG and its like.</summary>
    Lists,

    /// <summary>Predicted ratings, as measured by RMSE and MAE.</summary>
    Ratings,
}
