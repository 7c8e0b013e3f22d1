using System.Globalization;
using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Searches the settings of an algorithm on validation folds of the training rows, and measures what it finds once on test rows.</summary>
public sealed class ModelOptimizer
{
    private const int Resamples = 10_000;
    private const int TrialsToFail = 10;
    private readonly SearchRequest request;
    private readonly TrainingRequest training;
    private readonly QualityMetric metric;
    private readonly IRecommenderAlgorithm algorithm;
    private readonly SearchArm arm;

    private ModelOptimizer(SearchRequest request)
    {
        SearchRequestChecker.Check(request);
        this.request = request;
        training = request.Training.ToRequest();
        metric = QualityMetric.Parse(request.Metric);
        ModelMeasurer.CheckSplit(training.Split);
        algorithm = RequestChecker.FindRecommender(training.Algorithm);
        RequestChecker.Check(training);
        arm = SearchArm.Of(algorithm, training.Options, SpaceReader.Read(request.Space, algorithm, training.Options), metric, training.Seed);
        RequestChecker.Require(
            arm.Space.Dimensions.Count > 0, "SpaceEmpty", $"There is nothing to search: {algorithm.Name} ships with no settings to vary beyond those held.",
            "Name settings to vary with -Space, or hold fewer with -Option.", algorithm.Name);
    }

    /// <summary>Searches.</summary>
    /// <param name="request">What, on which rows, for how long.</param>
    /// <param name="connection">Where tables are; may be null for files.</param>
    /// <param name="observer">Hears progress, trials and warnings.</param>
    /// <param name="cancellation">Ends the search; the job file then has the best so far, and the trial file all trials.</param>
    /// <exception cref="RecException">
    /// <c>SearchCancelled</c>, <c>TimeBudgetTooShort</c>, <c>AllTrialsFailed</c>, <c>TrialFileOther</c>, <c>SpaceUnclear</c>, and what checking, reading and fitting throw.
    /// </exception>
    public static SearchResult Search(SearchRequest request, RecConnection? connection, IRunObserver observer, CancellationToken cancellation)
    {
        var optimizer = new ModelOptimizer(request);
        using var database = QuerySource.Open(connection, optimizer.training.QueryParameters, observer);
        return RunError.Guard(database, () => optimizer.Search(database, observer, cancellation), cancellation);
    }

    private SearchResult Search(Database? database, IRunObserver observer, CancellationToken cancellation)
    {
        using var budget = new SearchBudget(request.TimeBudget, request.MaxTrials, cancellation);
        var run = MeasuringContext.Of(training, database, observer, cancellation);
        var data = TrainingData.Read(training, algorithm, arm.Default.Options, database, run.Budget, observer, run.Workers);
        var rows = MeasuredRows.Cut(data, training.Split, training.Source, training.Seed);

        RequestChecker.Require(
            !metric.IsError || algorithm.FeedbackOf(arm.Default.Options, data.Train.Feedback) == FeedbackKind.Explicit, "MetricUnmeasured",
            $"{algorithm.Name} predicts no ratings, and so has no {metric.Name}.", "Leave -Metric out to search by nDCG, or choose an algorithm for ratings.", metric.Name);

        // Not even who and what is in the test rows only may be seen.
        var searched = rows.Learned.Compact();
        var log = new TrialLog(metric);
        var file = request.TrialPath is { } path ? TrialFile.Open(path, HeaderOf(searched)) : null;
        foreach (var trial in file?.Trials ?? [])
        {
            log.Add(trial, log.Count == 0 ? Candidate.Default : Candidate.Tuned);
        }

        var runner = new TrialRunner(run, searched, new ValidationFolds(searched.Matrix, request.Folds, training.Seed), metric, log, budget);
        var stopped = Try(runner, file);
        if (log.Choose() is not { } chosen)
        {
            throw SearchFailure.Of(log, budget, algorithm.Name);
        }

        if (request.OutFile is { } outFile)
        {
            SearchJobFile.Write(outFile, request.Training, chosen.Options);
        }

        if (cancellation.IsCancellationRequested)
        {
            throw new RecException(
                "SearchCancelled", RecErrorKind.Cancelled, $"The search was cancelled after {log.Count} trial(s); the best so far is {log.BestText}.",
                $"{(request.OutFile is null ? "" : $"'{request.OutFile}' has its settings. ")}{(file is null ? "Give -TrialPath to be able to go on." : "The same command goes on from the trial file.")}");
        }

        return Measure(run, rows, log, chosen) with { StoppedBecause = stopped, Elapsed = budget.Elapsed };
    }

    // Gives why it ended.
    private string Try(TrialRunner runner, TrialFile? file)
    {
        var (log, budget) = (runner.Log, runner.Budget);
        while (!budget.IsOver)
        {
            if (log.Count >= budget.MaxTrials)
            {
                return $"-MaxTrials {budget.MaxTrials} were made";
            }

            if (log.Count >= TrialsToFail && log.Finished.Count == 0)
            {
                return $"the first {log.Count} trials failed";
            }

            if (arm.Next(log) is not { } candidate)
            {
                return "every setting of the space was tried";
            }

            if (runner.Run(candidate) is not { } trial)
            {
                break;
            }

            file?.Add(trial);

            // The best and the defaults are fitted once more for the final figures.
            budget.Reserve(TrialLog.TimeOfFold(log.Trials[0]) + TrialLog.TimeOfFold(log.Best));
        }

        return budget.IsStopped ? "it was cancelled" : string.Create(CultureInfo.InvariantCulture, $"the time budget of {budget.Time} was used");
    }

    private SearchResult Measure(MeasuringContext run, MeasuredRows rows, TrialLog log, SearchTrial chosen)
    {
        var first = log.Trials[0];
        var work = new ModelMeasuring(run, rows, run.OptionsFor(training.Split, rows));
        var best = arm.Again(chosen.Options).Contender;
        var found = work.Measure(best, work.Fit(best, rows));
        var (isDefault, defaults) = (chosen.Number == first.Number, found);
        if (!isDefault && first.Status != TrialStatus.Failed)
        {
            var plain = arm.Default.Contender;
            defaults = work.Measure(plain, work.Fit(plain, rows));
        }

        var compared = !isDefault && first.Status != TrialStatus.Failed && found.Evaluation.FiguresOf(metric.Name) is { } ours && defaults.Evaluation.FiguresOf(metric.Name) is { } theirs
            ? PairedTest.Compare(ours, theirs, metric.Name, Resamples, training.Seed, run.Workers)
            : null;
        return new SearchResult
        {
            Algorithm = algorithm.Name,
            Metric = metric.Name,
            K = training.K,
            Options = chosen.Options,
            ValidationValue = chosen.Value!.Value,
            DefaultValidationValue = first.Status == TrialStatus.Finished ? first.Value : null,
            Reason = SearchWords.Of(log, chosen, first, metric),
            TestMetrics = found.Measurement.Metrics,
            DefaultTestMetrics = first.Status == TrialStatus.Failed ? [] : defaults.Measurement.Metrics,
            PValue = compared?.PValue,
            Trials = [.. log.Trials],
            StoppedBecause = "",
            TrialPath = request.TrialPath,
            ConfigPath = request.OutFile,
            Data = rows.Summary,
        };
    }

    private TrialHeader HeaderOf(Interactions searched) => new()
    {
        Algorithm = algorithm.Name,
        Metric = metric.Name,
        K = training.K,
        Folds = request.Folds,
        Seed = training.Seed,
        Space = arm.Space.ToString(),
        Held = string.Join(", ", arm.Default.Settings.OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).Select(pair => $"{pair.Key}={SettingText.Of(pair.Value)}")),
        InputHash = searched.ComputeHash(),
    };
}
