namespace RecTools.Algorithms;

/// <summary>Interactions cut in two matrices of the shape they had together.</summary>
/// <param name="Train">The rows to fit on.</param>
/// <param name="Test">The rows to measure on.</param>
public sealed record TrainTest(SparseMatrix Train, SparseMatrix Test);
