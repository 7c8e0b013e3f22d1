using RecTools.Data;

namespace RecTools.Training;

/// <summary>Looks at a job file as a run would, and at what it names, without running it.</summary>
internal static class JobFileChecks
{
    /// <summary>Adds the checks.</summary>
    public static void Add(CheckList list, string path, Database? database, CancellationToken cancellation)
    {
        TrainingRequest? request = null;
        list.Add("Job file", () =>
        {
            request = JobFile.Read(path).ToRequest();
            var (algorithm, _) = RequestChecker.Check(request);
            return AccountAccess.Look(path, "Move it where the account of the job may read it.") is { Status: not CheckStatus.Ok } hindered
                ? hindered
                : CheckList.Ok($"{algorithm.Name} for the model {request.ModelName} from {request.Source}");
        });
        if (request is null)
        {
            return;
        }

        if (database is not null)
        {
            database.QueryParameters = request.QueryParameters;
        }

        AddSource(list, "Source", request.Source, database, cancellation);
        AddSource(list, "Test source", request.Split.TestSource, database, cancellation);
        AddSource(list, "Item features", request.ItemFeatures?.ToSource(), database, cancellation);
        AddSource(list, "User features", request.UserFeatures?.ToSource(), database, cancellation);
        AddSource(list, "Hierarchy", request.Hierarchy?.ToSource(), database, cancellation);
        if (request.Features?.PlotPath is { } plot)
        {
            list.Add("Plot folder", () => FolderAccess.Look(Path.GetDirectoryName(plot)!));
        }
    }

    private static void AddSource(CheckList list, string name, InteractionSource? source, Database? database, CancellationToken cancellation)
    {
        if (source is null)
        {
            return;
        }

        list.Add(name, () =>
        {
            if (source.Path is { } path)
            {
                return File.Exists(path)
                    ? AccountAccess.Look(path, "Move it where the account of the job may read it.")
                    : CheckList.Failed($"There is no file {path}.", "Correct the path in the job file, or see to it that the file is there when the job runs.");
            }

            if (database is null)
            {
                return CheckList.Warning($"{source} was not looked at: no database is connected.", "Run Connect-RecDatabase first.");
            }

            if (source.Table is { } table)
            {
                database.ColumnsOf(table);
            }
            else
            {
                database.CheckQuery(source.Query!, cancellation);
            }

            return CheckList.Ok($"{source} can be read");
        });
    }
}
