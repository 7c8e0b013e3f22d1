namespace RecTools.Algorithms;

/// <summary>What a fit will take.</summary>
/// <param name="Bytes">Memory beyond the input.</param>
/// <param name="Operations">Floating-point operations.</param>
public readonly record struct FitEstimate(long Bytes, double Operations);
