namespace RecTools;

/// <summary>One sweep or epoch of a training loop.</summary>
/// <param name="Step">Number of the step, from 1.</param>
/// <param name="Loss">The value of the objective that the loop lowers, after the step.</param>
/// <param name="Seconds">Time the step took, without measuring it.</param>
/// <param name="Metric">What the loop measures its steps by on rows held back, such as <c>RMSE</c>; null where it does not.</param>
/// <param name="Validation">The value of that metric after the step.</param>
public sealed record TrainingStep(int Step, double Loss, double Seconds, string? Metric = null, double? Validation = null);
