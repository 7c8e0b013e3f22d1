using System.Globalization;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Files of a search in a folder of their own, removed with it: rows, trials and the job file.</summary>
internal sealed class SearchFolder : IDisposable
{
    private const int Users = 60;
    private const int Items = 30;
    private readonly string folder = Directory.CreateTempSubdirectory("rectools-search-").FullName;

    public SearchFolder()
    {
        File.WriteAllLines(Rows, ["UserId,ItemId,Rating", .. Shop.Ratings(Users, Items).Select(Line)]);
        WriteTest(everyThird: 0);
    }

    /// <summary>Ratings to learn from.</summary>
    public string Rows => PathOf("rows.csv");

    /// <summary>Ratings to measure on.</summary>
    public string TestRows => PathOf("test.csv");

    /// <summary>The trials.</summary>
    public string Trials => PathOf("trials.jsonl");

    /// <summary>The job file.</summary>
    public string Job => PathOf("best.job.json");

    /// <summary>A file of the folder.</summary>
    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>Other test rows, with a user and an item that the training rows do not have.</summary>
    public void WriteTest(int everyThird) => File.WriteAllLines(
        TestRows,
        ["UserId,ItemId,Rating", "0,0,4", "5000,7,3", .. Enumerable.Range(1, Users).Where(user => user % 3 == everyThird).Select(user => $"{user},{(user * 7 % Items) + 1},5")]);

    /// <summary>A search of a few trials.</summary>
    public SearchRequest Request(string algorithm = "ImplicitAls", int trials = 6) => new()
    {
        Training = new TrainingSettings { Algorithm = algorithm, ModelName = "Best", Path = Rows },
        MaxTrials = trials,
        Folds = 3,
    };

    public static SearchResult Search(SearchRequest request, IRunObserver? observer = null, CancellationToken cancellation = default) =>
        ModelOptimizer.Search(request, null, observer ?? SilentObserver.Instance, cancellation);

    /// <summary>A search's trials as text, without their times.</summary>
    public static string Text(IEnumerable<SearchTrial> trials) => string.Join('\n', trials.Select(trial => string.Create(
        CultureInfo.InvariantCulture,
        $"{trial.Number} {trial.Algorithm} {string.Join(' ', trial.Options.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value}")))} {trial.Status} {string.Join(' ', trial.FoldValues.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}")));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Line((int User, int Item, double Rating) row) => string.Create(CultureInfo.InvariantCulture, $"{row.User},{row.Item},{row.Rating}");
}
