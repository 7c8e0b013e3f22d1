using RecTools.Data;

namespace RecTools.Training;

/// <summary>Makes sure that the toolkit's own tables are there before work begins.</summary>
internal static class SchemaCheck
{
    /// <summary>An embedded file gets them at once; on a server that is the administrator's step.</summary>
    /// <exception cref="RecException"><c>SchemaMissing</c>.</exception>
    public static void Ensure(Database database)
    {
        if (SchemaInstaller.IsInstalled(database))
        {
            return;
        }

        if (!database.IsEmbedded)
        {
            throw new RecException(
                "SchemaMissing", RecErrorKind.NotFound, "The database does not have the schema 'rec' at the version that this RecTools needs.",
                "Run Install-RecSchema once, as somebody who may create schemas; -ScriptOnly shows what it does.");
        }

        SchemaInstaller.Install(database);
    }
}
