using RecTools.Data;

namespace RecTools.Training;

/// <summary>Looks for what would make a run or its job fail, and says what to do about it. Never throws for what it finds.</summary>
public static class EnvironmentTest
{
    /// <summary>Looks.</summary>
    /// <param name="connection">The database; null for none.</param>
    /// <param name="request">What else to look at.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What was found, in the order in which a run would come to it.</returns>
    public static IReadOnlyList<EnvironmentCheck> Run(RecConnection? connection, EnvironmentRequest request, CancellationToken cancellation)
    {
        var list = new CheckList();
        ProgramChecks.Add(list, request);
        Database? database = null;
        try
        {
            list.Add("Database", () =>
            {
                database = connection is null ? null : Database.Open(connection);
                return database is null
                    ? CheckList.Warning("No database is connected.", "Run Connect-RecDatabase first, or give -Connection; only files can be measured without one.")
                    : CheckList.Ok($"{connection}, {database.Connection.ServerVersion}");
            });
            if (database is not null)
            {
                DatabaseChecks.Add(list, database, ConnectionTarget.Of(connection!));
            }

            if (database is { IsEmbedded: false } || (database is not null && request.ProxyName is not null))
            {
                AgentChecks.Add(list, database, request.ProxyName);
            }

            if (request.ConfigPath is { } job)
            {
                JobFileChecks.Add(list, job, database, cancellation);
            }
        }
        finally
        {
            database?.Dispose();
        }

        if (request.OutputFile is { } output)
        {
            list.Add("Output folder", () => FolderAccess.Look(Path.GetDirectoryName(output) ?? output));
        }

        return list.Checks;
    }
}
