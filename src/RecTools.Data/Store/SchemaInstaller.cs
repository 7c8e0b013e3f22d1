namespace RecTools.Data;

/// <summary>Creates, upgrades and removes the toolkit's own tables by scripts kept in files.</summary>
public static class SchemaInstaller
{
    /// <summary>The script that would run, readable and complete.</summary>
    public static string InstallScript(DatabaseProvider provider) => throw new NotImplementedException();

    /// <summary>The script that removes what was made.</summary>
    public static string UninstallScript(Database database) => throw new NotImplementedException();

    /// <summary>Creates or upgrades the schema; does nothing where it is up to date.</summary>
    /// <returns>Version before (0 for none) and after.</returns>
    public static (int Before, int After) Install(Database database) => throw new NotImplementedException();

    /// <summary>Removes what was made, published tables included, and nothing else.</summary>
    public static void Uninstall(Database database) => throw new NotImplementedException();

    /// <summary>Whether the schema is there at the version this code needs.</summary>
    public static bool IsInstalled(Database database) => throw new NotImplementedException();
}
