namespace RecTools.Algorithms;

/// <summary>How the learning rate of <see cref="Embedding"/> changes with the steps.</summary>
public enum LearningRateSchedule
{
    /// <summary>It does not.</summary>
    Constant,

    /// <summary>Falls to 0 along half a cosine (Loshchilov and Hutter 2017).</summary>
    Cosine,

    /// <summary>Rises for a quarter of the steps, then falls to 0, both along half a cosine (Smith and Topin 2019).</summary>
    OneCycle,
}

/// <summary>Computes the rates of a schedule.</summary>
internal static class LearningRates
{
    private const double RisingShare = 0.25;
    private const double StartShare = 0.04;

    /// <summary>Rate of one step.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="highest">The highest rate.</param>
    /// <param name="done">Share of all steps that is done, 0 to 1.</param>
    public static double At(this LearningRateSchedule schedule, double highest, double done) => highest * schedule switch
    {
        LearningRateSchedule.Constant => 1,
        LearningRateSchedule.OneCycle when done < RisingShare => StartShare + ((1 - StartShare) * (1 - Falling(done / RisingShare))),
        LearningRateSchedule.OneCycle => Falling((done - RisingShare) / (1 - RisingShare)),
        _ => Falling(done),
    };

    private static double Falling(double share) => 0.5 * (1 + Math.Cos(Math.PI * share));
}
