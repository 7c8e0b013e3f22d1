using MathNet.Numerics.Distributions;

namespace RecTools.Algorithms;

/// <summary>
/// Bayesian matrix factorisation of ratings with side information: 'Bayesian probabilistic matrix factorization using Markov chain Monte Carlo'
/// (Salakhutdinov and Mnih 2008), with factors expected from features of users and items (Simm et al. 2015, 'Macau') and from who rated what, as
/// SVD++ has it (Koren 2008).
/// </summary>
/// <remarks>
/// <para>
/// Where <see cref="Als"/> looks for the likeliest factors, this draws them again and again from their distribution (Gibbs sampling: each row is drawn
/// given all else, from a normal distribution whose mean is what a sweep of alternating least squares finds), and averages what the draws predict. How
/// strongly factors are drawn to what is expected of them is drawn along, so that there is next to nothing to set.
/// </para>
/// <para>
/// An item without ratings gets the factors that its features let expect. Of a user the mean is kept rather than the draw (Gelfand and Smith 1990),
/// so that somebody new with the same ratings and no features gets nearly the same scores, and the same ones where no user has features.
/// </para>
/// </remarks>
public sealed class BayesianFactorization : RecommenderAlgorithm<BayesianFactorizationOptions>
{
    internal const string AlgorithmName = "BayesianFactorization";
    private const double StartDeviation = 0.1;
    private const double StartPrecision = 1;

    private enum Stream : ulong
    {
        Users = 1,
        Items,
        Ratings,
    }

    /// <inheritdoc/>
    public override string Name => AlgorithmName;

    /// <inheritdoc/>
    public override string Summary => "Predicts ratings by Bayesian matrix factorisation, with features of items and users where there are some; the most accurate.";

    /// <inheritdoc/>
    public override FeedbackKind Feedback => FeedbackKind.Explicit;

    /// <inheritdoc/>
    public override FeatureUse Features => FeatureUse.Optional;

    /// <inheritdoc/>
    public override string MemoryAdvice => "choose fewer Factors or Samples";

    /// <inheritdoc/>
    public override IRecommender Load(BinaryReader reader, SparseMatrix interactions) => BayesianFactorizationModel.Load(reader, interactions);

    /// <inheritdoc/>
    public override IRecommender Fit(SparseMatrix interactions, BayesianFactorizationOptions options, FitContext context)
    {
        var byItem = interactions.Transpose();
        var mean = RatingMean.Of(interactions.Value);
        var userFeatures = context.Side.UserFeatures;
        var users = SideOf(interactions, userFeatures?.Matrix, options, context.Seed, Stream.Users);
        var items = SideOf(byItem, context.Side.ItemFeatures?.Matrix, options, context.Seed, Stream.Items);
        var cold = new ColdRows(byItem, context.Side.ItemFeatures?.Matrix, options.Factors + 1);
        users.State.Vectors.Randomize(StartDeviation, context.Seed, (ulong)Stream.Users);
        users.State.SetOnes();
        items.State.SetOnes();
        var kept = Enumerable.Range(0, options.Sweeps).Count(options.Keeps);
        var averaged = new AveragedFactors(interactions.RowCount, options.Factors, kept);
        var draws = new List<FactorDraw>(kept);
        var random = new SeededSource(context.Seed, (ulong)Stream.Ratings);
        var precision = StartPrecision;
        for (var sweep = 0; sweep < options.Sweeps; sweep++)
        {
            var start = TimeProvider.System.GetTimestamp();
            var means = options.Keeps(sweep) ? new FactorMatrix(interactions.RowCount, options.Factors + 1) : null;
            items.Draw(mean, users.State, precision, null, context.Workers);
            var loss = users.Draw(mean, items.State, precision, means, context.Workers);
            if (means is not null)
            {
                Keep(means, averaged, draws.Count, 1f / kept);
                var settled = items.State.Copy();
                cold.Settle(settled, context.Workers);
                draws.Add(new FactorDraw(
                    settled, SymmetricMatrices.Padded(users.Prior.Precision, 1 / precision), users.Prior.Mean, users.Prior.CopyWeights()));
            }

            precision = Gamma.Sample(random, (1 + interactions.EntryCount) / 2.0, (1 + loss) / 2);
            context.Report(new TrainingStep(sweep + 1, loss, TimeProvider.System.GetElapsedTime(start).TotalSeconds), options.Sweeps);
        }

        return new BayesianFactorizationModel(interactions, mean, averaged, [.. draws], userFeatures, options.UseHistory);
    }

    /// <inheritdoc/>
    protected override FitEstimate Estimate(int userCount, int itemCount, long entryCount, BayesianFactorizationOptions options)
    {
        const int BytesOfEntry = sizeof(int) + sizeof(float);
        const int BuffersOfRow = 5;
        const int StepsOfRegression = 13;
        double width = VectorKernels.PaddedLength(options.Factors + 1);
        double rows = (double)userCount + itemCount;
        var kept = Math.Min(options.Samples, options.Sweeps);
        var histories = options.UseHistory ? 1 : 0;
        var regression = 8 * StepsOfRegression * width * histories;
        return new FitEstimate(
            (entryCount * BytesOfEntry * (1 + (4 * histories)))
                + (long)(rows * width * sizeof(float) * (BuffersOfRow * (1 + histories)))
                + (long)((userCount + ((2.0 + histories) * itemCount)) * kept * width * sizeof(float)),
            options.Sweeps * ((2 * entryCount * ((width * (width + 20)) + regression)) + (rows * width * ((width * width / 3) + 60))));
    }

    private static GibbsSide SideOf(SparseMatrix rows, SparseMatrix? features, BayesianFactorizationOptions options, long seed, Stream stream) =>
        new(rows, RowDesign.Of(rows, options.UseHistory, features), options.Factors, new SeededSource(seed, (ulong)stream));

    private static void Keep(FactorMatrix means, AveragedFactors averaged, int draw, float share)
    {
        for (var user = 0; user < means.Rows; user++)
        {
            var own = means.Row(user);
            averaged.Set(user, draw, own[0], own[1..], share);
        }
    }
}
