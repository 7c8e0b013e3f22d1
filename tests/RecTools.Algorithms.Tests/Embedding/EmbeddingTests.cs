using RecTools.Algorithms;

namespace RecTools.Tests;

public class EmbeddingTests
{
    private static readonly SparseMatrix Data = RandomInteractions.Make(200, 80, 0.2, 17);

    [Theory]
    [InlineData(EmbeddingAim.Rating)]
    [InlineData(EmbeddingAim.Implicit)]
    public void The_loss_of_the_first_epochs_falls(EmbeddingAim aim)
    {
        var steps = Fit(Data, new() { Aim = aim, BatchSize = 128, Epochs = 5, ValidationShare = 0 }).Steps;
        Assert.Equal(5, steps.Count);
        for (var epoch = 1; epoch < steps.Count; epoch++)
        {
            Assert.True(steps[epoch].Loss < steps[epoch - 1].Loss, string.Join(' ', steps.Select(step => step.Loss)));
        }
    }

    [Fact]
    public void One_user_and_one_item_overfit_to_their_rating()
    {
        var one = SparseMatrix.FromEntries(1, 1, [0], [0], [4]);
        var options = new EmbeddingOptions { Aim = EmbeddingAim.Rating, LowestRating = 1, HighestRating = 5, Epochs = 300, LearningRate = 0.02, WeightDecay = 0 };
        Assert.Equal(4, Fit(one, options).Model.Predict(0, 0), 0.01);
    }

    [Fact]
    public void Users_of_the_same_planted_taste_are_nearer_than_users_of_different_ones()
    {
        var (data, tasteOf) = PlantedTastes.Make(120, 60, 3, 5);
        foreach (var aim in new[] { EmbeddingAim.Rating, EmbeddingAim.Implicit })
        {
            var likeness = PlantedTastes.LikenessOfUsers(Fit(data, new() { Aim = aim, Width = 16, Layers = [16], BatchSize = 256, Epochs = 30 }).Model, tasteOf);
            Assert.True(likeness.Same > likeness.Different + 0.2, $"{aim}: {likeness}");
        }
    }

    [Fact]
    public void Items_of_the_same_planted_kind_are_the_most_alike()
    {
        var (data, _) = PlantedTastes.Make(120, 60, 3, 5);
        var model = Fit(data, new() { Aim = EmbeddingAim.Rating, Width = 16, Layers = [16], BatchSize = 256, Epochs = 30 }).Model;
        var right = Enumerable.Range(0, 60).Average(item => model.SimilarItems(item, 5).Count(similar => similar.Item % 3 == item % 3) / 5.0);
        Assert.True(right > 0.9, $"{right:P0} of the similar items are of the same kind");
    }

    [Fact]
    public void No_prediction_lies_outside_the_range_of_ratings()
    {
        var model = Fit(Data, new() { Aim = EmbeddingAim.Rating, Epochs = 60, LearningRate = 0.1, WeightDecay = 0 }).Model;
        Assert.All(Fitted.AllScores(model), score => Assert.InRange(score, 1, 5));
        var scores = new float[Data.ColumnCount];
        model.ScoreNewUser([0, 1, 2], [5, 5, 5], scores);
        Assert.All(scores, score => Assert.InRange(score, 1, 5));
    }

    [Fact]
    public void A_batch_larger_than_the_data_is_all_the_data()
    {
        var large = Fit(Data, new() { Aim = EmbeddingAim.Rating, BatchSize = 1 << 20, Epochs = 3, ValidationShare = 0 });
        var whole = Fit(Data, new() { Aim = EmbeddingAim.Rating, BatchSize = Data.EntryCount, Epochs = 3, ValidationShare = 0 });
        Assert.Equal(Fitted.SavedBytes(whole.Model), Fitted.SavedBytes(large.Model));
    }

    [Theory]
    [InlineData(EmbeddingAim.Rating, 1000)]
    [InlineData(EmbeddingAim.Implicit, 300)]
    public void The_number_of_threads_changes_no_bit_with_dropout_negatives_and_features(EmbeddingAim aim, int batch)
    {
        var features = new EntityFeatures(RandomInteractions.Make(80, 12, 0.3, 4), [.. Enumerable.Range(0, 12).Select(i => new FeatureName("Kind", $"{i}"))]);
        byte[] Bytes(int threads) => Fitted.SavedBytes(new Embedding().Fit(
            Data,
            new() { Aim = aim, Layers = [24, 12], Dropout = 0.3, BatchSize = batch, Epochs = 3 },
            new FitContext(new Workers(threads), 7, SilentObserver.Instance) { Side = new SideData { ItemFeatures = features } }));

        var one = Bytes(1);
        Assert.Equal(one, Bytes(2));
        Assert.Equal(one, Bytes(5));
    }

    [Theory]
    [InlineData(EmbeddingAim.Rating)]
    [InlineData(EmbeddingAim.Implicit)]
    public void A_new_user_with_the_history_of_a_known_one_gets_nearly_his_scores(EmbeddingAim aim)
    {
        var (data, _) = PlantedTastes.Make(120, 60, 3, 5);
        var model = Fit(data, new() { Aim = aim, Width = 16, Layers = [16], BatchSize = 256, Epochs = 30 }).Model;
        var all = Fitted.AllScores(model);
        var scores = new float[60];
        var (near, far) = (0.0, 0.0);
        for (var user = 0; user < 30; user++)
        {
            model.ScoreNewUser(data.ColumnsOf(user), data.ValuesOf(user), scores);
            near += Correlation(scores, all.AsSpan(user * 60, 60));
            far += Correlation(scores, all.AsSpan((user + 1) * 60, 60));
        }

        Assert.True(near / 30 > 0.8 && far < near, $"{near / 30} with his own, {far / 30} with another's");
    }

    [Theory]
    [InlineData(EmbeddingAim.Rating)]
    [InlineData(EmbeddingAim.Implicit)]
    public void What_a_user_likes_is_explained_by_what_he_liked_of_the_same_kind(EmbeddingAim aim)
    {
        var (data, _) = PlantedTastes.Make(120, 60, 3, 5);
        var model = Fit(data, new() { Aim = aim, Width = 16, Layers = [16], BatchSize = 256, Epochs = 30 }).Model;
        var (right, all) = (0, 0);
        for (var user = 0; user < 120; user++)
        {
            int[] liked = [.. Enumerable.Range(0, 60).Where(item => item % 3 == user % 3 && data.ColumnsOf(user).BinarySearch(item) < 0)];
            foreach (var parts in model.Explain(user, data.ColumnsOf(user), data.ValuesOf(user), liked, 3))
            {
                Assert.Equal(3, parts.Length);
                right += parts.Count(part => part.Item % 3 == user % 3);
                all += 3;
            }
        }

        Assert.True(right > 0.9 * all, $"{right} of {all} parts are of the kind that the user likes");
        Assert.All(model.Explain(3, [], [], [1, 2], 4), Assert.Empty);
    }

    [Fact]
    public void Features_tell_of_items_that_nobody_has_rated()
    {
        var (data, _) = PlantedTastes.Make(120, 60, 3, 5);
        var known = SparseMatrix.FromEntries(120, 60, [.. Known().Select(e => e.User)], [.. Known().Select(e => e.Item)], [.. Known().Select(e => e.Value)]);
        var kinds = SparseMatrix.FromEntries(60, 3, [.. Enumerable.Range(0, 60)], [.. Enumerable.Range(0, 60).Select(item => item % 3)], Enumerable.Repeat(1f, 60).ToArray());
        var side = new SideData { ItemFeatures = new EntityFeatures(kinds, [new("Kind", "a"), new("Kind", "b"), new("Kind", "c")]) };
        var model = new Embedding().Fit(
            known, new() { Aim = EmbeddingAim.Rating, Width = 16, Layers = [16], BatchSize = 256, Epochs = 30 }, FitContext.Default with { Side = side });
        Assert.All(Enumerable.Range(0, 12), item => Assert.Equal(item % 3, model.SimilarItems(item, 1)[0].Item % 3));

        // The first twelve items lose all their ratings.
        IEnumerable<(int User, int Item, float Value)> Known() =>
            from user in Enumerable.Range(0, 120)
            from i in Enumerable.Range(data.RowStart[user], data.CountOf(user))
            where data.Column[i] >= 12
            select (user, data.Column[i], data.Value[i]);
    }

    [Fact]
    public void The_best_epoch_of_the_rows_held_back_is_kept_and_training_stops_when_nothing_gets_better()
    {
        var (data, _) = PlantedTastes.Make(120, 60, 3, 5);
        var fit = Fit(data, new() { Aim = EmbeddingAim.Rating, BatchSize = 64, Epochs = 400, Patience = 3, ValidationShare = 0.2, WeightDecay = 0, Schedule = LearningRateSchedule.Constant });
        var facts = ((IFitFacts)fit.Model).Facts.ToDictionary(fact => fact.Name, fact => fact.Value);
        Assert.Equal(facts["BestEpoch"] + 3, fit.Steps.Count);
        var (train, heldBack) = Validation.Split(data, 0.2, 42);
        Assert.Equal(
            facts["ValidationRMSE"], RatingEvaluation.Measure(fit.Model, train, heldBack!, new() { Resamples = 0 }, new Workers(), 0).Single(m => m.Name == "RMSE").Value, 1e-3);
    }

    private static (EmbeddingModel Model, List<TrainingStep> Steps) Fit(SparseMatrix data, EmbeddingOptions options)
    {
        var recorder = new StepRecorder();
        return ((EmbeddingModel)new Embedding().Fit(data, options, FitContext.Default with { Observer = recorder }), recorder.Steps);
    }

    private static double Correlation(ReadOnlySpan<float> left, ReadOnlySpan<float> right) => MathNet.Numerics.Statistics.Correlation.Pearson(
        left.ToArray().Select(value => (double)value), right.ToArray().Select(value => (double)value));
}
