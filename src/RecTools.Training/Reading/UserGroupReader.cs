using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Reads from the published tables of a model of groups to which group each user belongs.</summary>
internal static class UserGroupReader
{
    /// <summary>Reads the members.</summary>
    /// <param name="modelName">Name of the model.</param>
    /// <param name="users">The users; members who are none of them do not matter.</param>
    /// <param name="database">The database; may be null.</param>
    /// <param name="observer">Hears how many users are in no group.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RecException"><c>ConnectionNeeded</c>, <c>ClusterModelNotFound</c> or <c>ClusterUsersUnknown</c>.</exception>
    public static UserGroups Read(string modelName, IdSet users, Database? database, IRunObserver observer, CancellationToken cancellation)
    {
        if (database is null)
        {
            throw RecException.Configuration(
                "ConnectionNeeded", $"The groups of the model '{modelName}' can only be read through a database, and none is connected.",
                "Run Connect-RecDatabase first, or give -Connection.", modelName);
        }

        var view = database.OwnName($"{modelName}_ClusterMember");
        if (!database.OwnExists(view))
        {
            var nearest = NearestName.Best(modelName, [.. new ModelStore(database).Find(null, allVersions: false).Select(model => model.Name)]);
            throw new RecException(
                "ClusterModelNotFound", RecErrorKind.NotFound, $"There is no {database.ReadableOwn(view)}: no model of groups '{modelName}' is published here.",
                (nearest is null ? "" : $"Did you mean '{nearest}'? ") + "Train one with Invoke-RecTraining KMeans; Get-RecModel lists what there is.", modelName);
        }

        var (numbers, names) = ReadNames(modelName, database, cancellation);
        var groupOf = new int[users.Count];
        Array.Fill(groupOf, -1);
        using (var rows = database.Query($"SELECT {database.Quote("CustomerId")}, {database.Quote("ClusterId")} FROM {database.QuoteOwn(view)}", cancellation))
        {
            while (rows.Read())
            {
                if (users.Find(CellValue.Id(rows, 0)) is >= 0 and var user && numbers.TryGetValue(rows.GetInt64(1), out var group))
                {
                    groupOf[user] = group;
                }
            }
        }

        var without = groupOf.Count(group => group < 0);
        if (without == users.Count)
        {
            throw new RecException(
                "ClusterUsersUnknown", RecErrorKind.Data, $"Not one of the {users.Count:N0} users is in {database.ReadableOwn(view)}.",
                "The users of the source and the customers of the groups must have the same ids.", modelName);
        }

        if (without > 0)
        {
            observer.Verbose($"{without:N0} of {users.Count:N0} users are in no group of '{modelName}'; they get what is popular overall.");
        }

        return new UserGroups(groupOf, names);
    }

    private static (Dictionary<long, int> Numbers, string[] Names) ReadNames(string modelName, Database database, CancellationToken cancellation)
    {
        var (numbers, names) = (new Dictionary<long, int>(), new List<string>());
        var view = database.QuoteOwn(database.OwnName($"{modelName}_Cluster"));
        using var rows = database.Query($"SELECT {database.Quote("ClusterId")}, {database.Quote("Label")} FROM {view} ORDER BY {database.Quote("ClusterId")}", cancellation);
        while (rows.Read())
        {
            numbers[rows.GetInt64(0)] = names.Count;
            names.Add($"{rows.GetInt64(0)} ({rows.GetText(1)})");
        }

        return (numbers, [.. names]);
    }
}
