namespace RecTools;

/// <summary>How p-values are corrected for the number of rules that could be tested: all pairs of an if-side and a then-side of enough support each.</summary>
public enum PValueCorrection
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The chance of even one false rule among those kept stays below the p-value asked for (Holm 1979).</summary>
    Holm,

    /// <summary>The expected share of false rules among those kept stays below it (Benjamini and Hochberg 1995).</summary>
    BenjaminiHochberg,
}
