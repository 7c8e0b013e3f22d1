namespace RecTools.Algorithms;

/// <summary>Corrects p-values for there being several: with twenty models that are no different, one has p below 0.05 (Holm 1979).</summary>
public static class HolmCorrection
{
    /// <summary>Corrected p-values: the chance to call any of the equal ones different stays below the level, whatever they depend on.</summary>
    /// <param name="pValues">P-values, 0 to 1.</param>
    /// <returns>In the order of the given ones; none smaller than its own, none above 1.</returns>
    public static double[] Adjust(double[] pValues) => MultipleTesting.Correct(pValues, pValues.Length, PValueCorrection.Holm);
}
