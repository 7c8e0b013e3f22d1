using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Opens the database that queries are asked of.</summary>
internal static partial class QuerySource
{
    /// <summary>Opens it.</summary>
    /// <param name="connection">The database; null for none.</param>
    /// <param name="parameters">Values of the parameters that queries have.</param>
    /// <param name="observer">Hears of what is tried again.</param>
    /// <returns>The database; null for none.</returns>
    /// <exception cref="RecException"><c>QueryParameterInvalid</c>: a name is none; and what opening throws.</exception>
    [return: NotNullIfNotNull(nameof(connection))]
    public static Database? Open(RecConnection? connection, IReadOnlyDictionary<string, object?> parameters, IRunObserver observer)
    {
        if (parameters.Keys.FirstOrDefault(name => !Name().IsMatch(name)) is { } wrong)
        {
            throw RecException.Configuration(
                "QueryParameterInvalid", $"'{wrong}' is not the name of a parameter.", "Use letters, digits and _, without the @ that it has in the query.", wrong);
        }

        if (connection is null)
        {
            return null;
        }

        var database = Database.Open(connection);
        database.QueryParameters = parameters;
        database.Retrying = text => observer.Warning($"{connection}: {text}");
        return database;
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]{0,127}\z")]
    private static partial Regex Name();
}
