using RecTools.Algorithms;

namespace RecTools.Tests;

public class HolmCorrectionTests
{
    [Fact]
    public void P_values_are_corrected_as_worked_by_hand()
    {
        // In order .01, .013, .02, .04, .3: times 5, 4, 3, 2, 1 = .05, .052, .06, .08, .3.
        Assert.Equal([0.06, 0.05, 0.3, 0.08, 0.052], HolmCorrection.Adjust([0.02, 0.01, 0.3, 0.04, 0.013]).Select(p => Math.Round(p, 12)));

        // .01 x 3 = .03; .02 x 2 = .04; .021 x 1 is raised to .04.
        Assert.Equal([0.03, 0.04, 0.04], HolmCorrection.Adjust([0.01, 0.02, 0.021]).Select(p => Math.Round(p, 12)));
        Assert.Equal([1, 1], HolmCorrection.Adjust([0.9, 0.6]));
        Assert.Equal([0.2], HolmCorrection.Adjust([0.2]));
        Assert.Empty(HolmCorrection.Adjust([]));
    }
}
