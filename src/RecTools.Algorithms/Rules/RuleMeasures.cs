namespace RecTools.Algorithms;

/// <summary>How strong and how remarkable a rule <c>if X then Y</c> is, from four counts of baskets.</summary>
/// <param name="Baskets">Baskets in all, n.</param>
/// <param name="Antecedent">Baskets that hold X.</param>
/// <param name="Consequent">Baskets that hold Y.</param>
/// <param name="Both">Baskets that hold X and Y.</param>
/// <remarks>
/// Definitions as collected by Tan, Kumar and Srivastava 2004 and by Hahsler's list of measures for arules; P(X) is the share of baskets with X.
/// </remarks>
public readonly record struct RuleMeasures(int Baskets, int Antecedent, int Consequent, int Both)
{
    /// <summary>P(X and Y), 0 to 1.</summary>
    public double Support => (double)Both / Baskets;

    /// <summary>P(Y given X), 0 to 1.</summary>
    public double Confidence => (double)Both / Antecedent;

    /// <summary>P(Y given X) / P(Y): 1 where X says nothing of Y.</summary>
    public double Lift => (double)Both * Baskets / ((double)Antecedent * Consequent);

    /// <summary>P(X and Y) - P(X) P(Y), -0.25 to 0.25: 0 where X says nothing of Y.</summary>
    public double Leverage => Support - ((double)Antecedent / Baskets * Consequent / Baskets);

    /// <summary>
    /// P(X) P(not Y) / P(X and not Y): 1 where X says nothing of Y; null where it is infinite (the rule holds without exception) or has no meaning
    /// (Y is in every basket).
    /// </summary>
    public double? Conviction => FiniteOrNull(UnboundedConviction);

    /// <summary>P(X and Y) / sqrt(P(X) P(Y)), 0 to 1; baskets with neither do not matter.</summary>
    public double Cosine => Both / Math.Sqrt((double)Antecedent * Consequent);

    /// <summary>Mean of P(Y given X) and P(X given Y), 0 to 1.</summary>
    public double Kulczynski => (((double)Both / Antecedent) + ((double)Both / Consequent)) / 2;

    /// <summary>|P(X) - P(Y)| / P(X or Y), 0 to 1: 0 where X and Y are equally frequent (Wu, Chen, Han 2010).</summary>
    public double ImbalanceRatio => Math.Abs((double)Antecedent - Consequent) / ((double)Antecedent + Consequent - Both);

    /// <summary>
    /// log10 of P(Y given X) / P(Y given not X), which SQL Server Analysis Services calls the importance of a rule: 0 where X says
    /// nothing of Y; null where it is infinite (Y never comes without X) or has no meaning (X is in every basket).
    /// </summary>
    public double? Importance => FiniteOrNull(UnboundedImportance);

    /// <summary><see cref="Conviction"/> with infinity where it is infinite, and NaN where it is 0 / 0.</summary>
    internal double UnboundedConviction => (double)Antecedent * (Baskets - Consequent) / ((double)Baskets * (Antecedent - Both));

    /// <summary><see cref="Importance"/> with infinity where it is infinite, and NaN where it is the logarithm of 0 / 0.</summary>
    internal double UnboundedImportance => Math.Log10((double)Both * (Baskets - Antecedent) / ((double)Antecedent * (Consequent - Both)));

    private static double? FiniteOrNull(double value) => double.IsFinite(value) ? value : null;
}
