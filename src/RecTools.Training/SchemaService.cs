using RecTools.Data;

namespace RecTools.Training;

/// <summary>Creates and removes the toolkit's own tables.</summary>
public static class SchemaService
{
    /// <summary>Creates or upgrades the tables.</summary>
    public static SchemaInfo Install(RecConnection connection)
    {
        using var database = Database.Open(connection);
        var (before, after) = SchemaInstaller.Install(database);
        return new SchemaInfo(connection.Database, before, after);
    }

    /// <summary>Removes the tables and everything published.</summary>
    public static bool Uninstall(RecConnection connection)
    {
        using var database = Database.Open(connection);
        SchemaInstaller.Uninstall(database);
        return true;
    }

    /// <summary>The script that <see cref="Install"/> would run.</summary>
    public static string InstallScript(RecConnection connection)
    {
        using var database = Database.Open(connection);
        return SchemaInstaller.InstallScript(database);
    }

    /// <summary>The script that <see cref="Uninstall"/> would run.</summary>
    public static string UninstallScript(RecConnection connection)
    {
        using var database = Database.Open(connection);
        return SchemaInstaller.UninstallScript(database);
    }
}
