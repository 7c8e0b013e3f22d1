using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>What the network cannot or need not learn from.</summary>
public class EmbeddingInputTests
{
    private static readonly SparseMatrix Data = RandomInteractions.Make(60, 45, 0.2, 17);

    [Fact]
    public void Ratings_that_are_all_the_same_are_warned_of_and_predicted()
    {
        var warnings = new WarningRecorder();
        var same = Data.WithValues([.. Data.Value.Select(_ => 3f)]);
        var model = new Embedding().Fit(same, new() { Aim = EmbeddingAim.Rating }, FitContext.Default with { Observer = warnings });
        Assert.Contains("All ratings are 3", Assert.Single(warnings.Warnings), StringComparison.Ordinal);
        Assert.All(Fitted.AllScores(model), score => Assert.Equal(3, score));
    }

    [Fact]
    public void A_loss_that_is_no_number_ends_the_fit_and_names_the_epoch_and_the_learning_rate()
    {
        var options = new EmbeddingOptions { Aim = EmbeddingAim.Rating, LearningRate = 1000, WeightDecay = 10, Schedule = LearningRateSchedule.Constant, Epochs = 100 };
        var error = Assert.Throws<TrainingDivergedException>(() => new Embedding().Fit(Data, options, FitContext.Default));
        Assert.Equal("TrainingDiverged", error.ErrorId);
        Assert.Matches("In epoch [0-9]+ the loss is no number any more, at a LearningRate of 1000\\.", error.Message);
        Assert.Contains("LearningRate, such as 100", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_learned_before_a_loss_that_is_no_number_comes_with_the_error()
    {
        var options = new EmbeddingOptions
        {
            Aim = EmbeddingAim.Rating, LearningRate = 1000, WeightDecay = 10, Schedule = LearningRateSchedule.Constant, Epochs = 100, ValidationShare = 0,
        };
        var error = Assert.Throws<TrainingDivergedException>(() => new Embedding().Fit(Data, options, FitContext.Default));
        Assert.True(error.LastGoodStep >= 1);
        var before = new Embedding().Fit(Data, options with { Epochs = error.LastGoodStep }, FitContext.Default);
        Assert.All(Fitted.AllScores(before), score => Assert.True(float.IsFinite(score)));
        Assert.Equal(Fitted.AllScores(before), Fitted.AllScores(error.LastGood!));
        Assert.Null(Assert.Throws<TrainingDivergedException>(() => new Embedding().Fit(Data, options with { BatchSize = 8 }, FitContext.Default)).LastGood);
    }

    [Fact]
    public void A_fit_that_is_to_end_early_keeps_what_it_has()
    {
        using var end = new CancellationTokenSource();
        var options = new EmbeddingOptions { Schedule = LearningRateSchedule.Constant, Epochs = 10_000, ValidationShare = 0 };
        var ended = new Embedding().Fit(Data, options, FitContext.Default with { Observer = new Canceller(end, 3), EndEarly = end.Token });
        Assert.Equal(Fitted.AllScores(new Embedding().Fit(Data, options with { Epochs = 3 }, FitContext.Default)), Fitted.AllScores(ended));
        Assert.Throws<OperationCanceledException>(() => new Embedding().Fit(Data, options, FitContext.Default with { EndEarly = new CancellationToken(canceled: true) }));
    }

    [Theory]
    [InlineData(2.0, null, 1f)]
    [InlineData(null, 4.5, 5f)]
    [InlineData(1.5, 4.5, 1f)]
    public void A_rating_outside_the_range_that_is_stated_is_named(double? low, double? high, float named)
    {
        var options = new EmbeddingOptions { Aim = EmbeddingAim.Rating, LowestRating = low, HighestRating = high };
        var error = Assert.Throws<RecException>(() => new Embedding().Fit(Data, options, FitContext.Default));
        Assert.Equal(("RatingOutsideRange", (object)named), (error.ErrorId, error.Target));
    }

    [Fact]
    public void A_range_without_width_is_refused()
    {
        var options = new EmbeddingOptions { Aim = EmbeddingAim.Rating, LowestRating = 5, HighestRating = 1 };
        Assert.Equal("RatingRange", Assert.Throws<RecException>(() => new Embedding().Fit(Data, options, FitContext.Default)).ErrorId);
    }

    [Fact]
    public void The_aim_follows_the_values_unless_it_is_stated()
    {
        var ones = Data.WithValues([.. Data.Value.Select(_ => 1f)]);
        var quick = new EmbeddingOptions { Epochs = 1 };
        Assert.True(new Embedding().Fit(Data, quick, FitContext.Default).PredictsRatings);
        Assert.False(new Embedding().Fit(ones, quick, FitContext.Default).PredictsRatings);
        Assert.False(new Embedding().Fit(Data, quick with { Aim = EmbeddingAim.Implicit }, FitContext.Default).PredictsRatings);
        Assert.False(new Embedding().Fit(Data, quick, FitContext.Default with { Side = new() { Feedback = FeedbackKind.Implicit } }).PredictsRatings);
    }

    [Theory]
    [InlineData(EmbeddingAim.Rating)]
    [InlineData(EmbeddingAim.Implicit)]
    public void One_user_alone_and_a_user_who_has_everything_can_be_learned_from(EmbeddingAim aim)
    {
        var one = SparseMatrix.FromEntries(1, 4, [0, 0, 0, 0], [0, 1, 2, 3], [1, 5, 2, 4]);
        var warnings = new WarningRecorder();
        Assert.All(Fitted.AllScores(new Embedding().Fit(one, new() { Aim = aim }, FitContext.Default with { Observer = warnings })), score => Assert.True(float.IsFinite(score)));
        Assert.Contains("one user only", Assert.Single(warnings.Warnings), StringComparison.Ordinal);
        Assert.Contains("examples: each epoch is one step.", warnings.Details[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_fit_stops_in_the_middle_of_an_epoch_and_lets_its_threads_go()
    {
        using var cancellation = new CancellationTokenSource();
        var context = FitContext.Default with { Workers = new Workers(2, cancellation.Token), Observer = new Canceller(cancellation) };
        Assert.ThrowsAny<OperationCanceledException>(() => new Embedding().Fit(Data, new() { Epochs = 10_000, ValidationShare = 0 }, context));
    }

    /// <summary>Cancels after a step.</summary>
    private sealed class Canceller(CancellationTokenSource cancellation, int after = 1) : IRunObserver
    {
        public void Progress(string stage, long done, long total)
        {
        }

        public void Verbose(string message)
        {
        }

        public void Warning(string message)
        {
        }

        public void Step(TrainingStep step)
        {
            if (step.Step == after)
            {
                cancellation.Cancel();
            }
        }
    }

    /// <summary>Keeps warnings.</summary>
    private sealed class WarningRecorder : IRunObserver
    {
        public List<string> Warnings { get; } = [];

        public List<string> Details { get; } = [];

        public void Progress(string stage, long done, long total)
        {
        }

        public void Verbose(string message) => Details.Add(message);

        public void Warning(string message) => Warnings.Add(message);

        public void Step(TrainingStep step)
        {
        }
    }
}
