using System.Text;

namespace RecTools.Data;

/// <summary>Creates, upgrades and removes the toolkit's own tables by scripts kept in files.</summary>
public static class SchemaInstaller
{
    private const string VersionTable = "SchemaVersion";

    /// <summary>The script that would run in a database, readable and complete: the steps that it lacks.</summary>
    /// <exception cref="RecException"><c>SchemaTooNew</c> and what the database throws.</exception>
    public static string InstallScript(Database database) => Script(database.Statements, CheckedVersionOf(database));

    /// <summary>The script that would run in a database without the schema. On SQL Server, running it twice does no harm.</summary>
    public static string InstallScript(DatabaseProvider provider) => Script(LibraryOf(provider), 0);

    /// <summary>The script that removes what was made.</summary>
    public static string UninstallScript(Database database)
    {
        var script = new StringBuilder();
        foreach (var statement in RemovingStatements(database))
        {
            script.Append(statement).Append('\n');
        }

        return script.ToString();
    }

    /// <summary>Creates or upgrades the schema; does nothing where it is up to date.</summary>
    /// <returns>Version before (0 for none) and after.</returns>
    /// <exception cref="RecException"><c>SchemaTooNew</c> and what the database throws.</exception>
    public static (int Before, int After) Install(Database database)
    {
        var before = CheckedVersionOf(database);
        foreach (var step in Missing(database.Statements, before))
        {
            database.InTransaction(() =>
            {
                foreach (var file in step.Files)
                {
                    database.Execute(database.Statements.StepText(file));
                }

                return database.Execute(RecordVersion(database.Statements, step));
            });
        }

        return (before, database.Statements.Steps()[^1].Version);
    }

    /// <summary>Removes what was made, published tables included, and nothing else.</summary>
    public static void Uninstall(Database database) => database.InTransaction(() =>
    {
        var count = 0;
        foreach (var statement in RemovingStatements(database))
        {
            database.Execute(statement);
            count++;
        }

        return count;
    });

    /// <summary>Whether the schema is there at the version this code needs.</summary>
    /// <exception cref="RecException">What the database throws.</exception>
    public static bool IsInstalled(Database database) => VersionOf(database) >= database.Statements.Steps()[^1].Version;

    private static int VersionOf(Database database) => database.Guard(() => database.OwnExists(database.OwnName(VersionTable))
        ? Convert.ToInt32(database.Scalar(database.Statements["Schema/Version"]) ?? 0, null)
        : 0);

    private static int CheckedVersionOf(Database database)
    {
        var (version, newest) = (VersionOf(database), database.Statements.Steps()[^1].Version);
        return version <= newest ? version : throw new RecException(
            "SchemaTooNew", RecErrorKind.Configuration, $"The tables are of version {version}, and this RecTools knows {newest} at most.",
            "Update RecTools on this computer.", version);
    }

    // Tables are always made in the shape of today, so that only those of an earlier version lack columns.
    private static IEnumerable<SchemaStep> Missing(StatementLibrary library, int version) => library.Steps().Where(step => step.Version > version)
        .Select(step => version > 0 ? step : step with { Files = [.. step.Files.Where(file => !file.StartsWith("Columns/", StringComparison.Ordinal))] });

    private static string RecordVersion(StatementLibrary library, SchemaStep step) =>
        library["Schema/RecordVersion"].Replace("{Version}", $"{step.Version}", StringComparison.Ordinal);

    private static string Script(StatementLibrary library, int version)
    {
        var script = new StringBuilder();
        foreach (var step in Missing(library, version))
        {
            script.Append("-- Step ").Append(step.Version).Append(" of the tables of RecTools\n");
            foreach (var file in step.Files)
            {
                script.Append(library.StepText(file)).Append('\n').Append(library.BatchEnd).Append('\n');
            }

            script.Append(RecordVersion(library, step)).Append('\n').Append(library.BatchEnd);
        }

        return script.Length == 0 ? $"-- The tables of RecTools are of version {version}, the newest there is: nothing would run.\n" : script.ToString().TrimEnd() + "\n";
    }

    private static List<string> RemovingStatements(Database database)
    {
        var statements = new List<string>();
        if (VersionOf(database) > 0)
        {
            var rows = database.Select(PublicationRow.From, database.Statements["Publication/All"]);
            statements.AddRange(rows.Select(row => row.ViewName).Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(view => database.Statements["Views/Drop"].Replace("{View}", database.QuoteOwn(view), StringComparison.Ordinal)));
            statements.AddRange(rows.Select(row => database.Statements["Views/DropTable"].Replace("{Table}", database.QuoteOwn(row.TableName), StringComparison.Ordinal)));
            statements.Add(database.Statements["Schema/Drop"]);
        }

        return statements;
    }

    private static StatementLibrary LibraryOf(DatabaseProvider provider) =>
        provider == DatabaseProvider.Sqlite ? SqliteDatabase.Library : SqlServerDatabase.Library;
}
