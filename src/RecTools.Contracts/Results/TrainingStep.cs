namespace RecTools;

/// <summary>One sweep or epoch of a training loop.</summary>
/// <param name="Step">Number of the step, from 1.</param>
/// <param name="Loss">The value of the objective that the loop lowers, after the step.</param>
/// <param name="Seconds">Time the step took.</param>
public sealed record TrainingStep(int Step, double Loss, double Seconds);
