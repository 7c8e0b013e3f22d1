namespace RecTools.Algorithms;

/// <summary>How the small systems of an alternating fit are solved.</summary>
public enum AlsSolver
{
    /// <summary>Exactly: normal equations and their Cholesky decomposition.</summary>
    Cholesky,

    /// <summary>Nearly: a few steps of conjugate gradients from the last sweep's solution (Takacs, Pilaszy and Tikk 2011).</summary>
    ConjugateGradient,

    /// <summary>Block by block of factors, from the last sweep's solution (iALS++, Rendle, Krichene, Zhang and Koren 2021).</summary>
    BlockCoordinates,
}
