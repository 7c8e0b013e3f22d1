using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Settings clearly behind are given up, others seldom; the plainest of equals is taken.</summary>
public class FoldRaceTests
{
    private const int Folds = 5;

    [Fact]
    public void Settings_as_good_as_the_best_are_seldom_given_up_and_bad_ones_soon()
    {
        var random = new SeededRandom(11);
        int lostEqual = 0, lostBad = 0, foldsOfBad = 0;
        const int Rounds = 300;
        for (var round = 0; round < Rounds; round++)
        {
            double[] ofFold = [.. Enumerable.Range(0, Folds).Select(_ => 0.3 + (0.02 * random.NextGaussian()))];
            double[] Draw(double level) => [.. ofFold.Select(fold => fold + level + (0.002 * random.NextGaussian()))];
            double[][] finished = [Draw(0), Draw(-0.002), Draw(-0.003), Draw(-0.001)];
            var race = new FoldRace(finished);
            lostEqual += Survives(race, Draw(0.001)) == Folds ? 0 : 1;
            var folds = Survives(race, Draw(-0.02));
            lostBad += folds < Folds ? 1 : 0;
            foldsOfBad += folds;
        }

        Assert.InRange(lostEqual, 0, Rounds / 10);
        Assert.InRange(lostBad, Rounds * 98 / 100, Rounds);
        Assert.InRange((double)foldsOfBad / Rounds, 1, 1.3);
    }

    [Fact]
    public void Nothing_is_given_up_before_anything_was_measured()
    {
        Assert.False(new FoldRace([]).IsBehind([0.1, 0.1, 0.1]));
        Assert.False(new FoldRace([[0.5, 0.5, 0.5]]).IsBehind([0.1]));
    }

    [Fact]
    public void Scores_do_not_depend_on_which_folds_were_measured()
    {
        var race = new FoldRace([[0.2, 0.4, 0.6], [0.3, 0.5, 0.7]]);
        Assert.Equal(0.1, race.ScoreOf([0.3]), 1e-12);
        Assert.Equal(0.1, race.ScoreOf([0.3, 0.5]), 1e-12);
        Assert.Equal(0, race.ScoreOf([0.2, 0.4, 0.6]), 1e-12);
    }

    [Fact]
    public void Defaults_are_kept_unless_others_are_better_beyond_chance()
    {
        double[] defaults = [0.30, 0.32, 0.31, 0.29, 0.33];
        double[] chance = [0.31, 0.31, 0.30, 0.30, 0.335];
        double[] better = [0.32, 0.345, 0.33, 0.305, 0.355];
        Assert.Equal(0, new FoldRace([defaults, chance]).Choose([0, 1]));
        Assert.Equal(2, new FoldRace([defaults, chance, better]).Choose([0, 1, 1]));
        Assert.Equal(1, new FoldRace([defaults, better, [0.321, 0.344, 0.331, 0.305, 0.355]]).Choose([0, 1, 2]));
    }

    private static int Survives(FoldRace race, double[] values)
    {
        var folds = 1;
        while (folds < values.Length && !race.IsBehind(values.AsSpan(0, folds)))
        {
            folds++;
        }

        return folds;
    }
}
