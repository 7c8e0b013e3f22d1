using RecTools.Data;

namespace RecTools.Training;

/// <summary>Looks at the database: encryption, schema, permissions and space.</summary>
internal static class DatabaseChecks
{
    // Less than this is asking for a run that ends without space.
    private const long LittleSpace = 1L << 30;

    /// <summary>Adds the checks of a database that could be opened.</summary>
    public static void Add(CheckList list, Database database, ConnectionTarget target)
    {
        list.Add("Schema", () => SchemaInstaller.IsInstalled(database) ? CheckList.Ok("The tables of RecTools are there, at the version that this RecTools needs.")
            : database.IsEmbedded ? CheckList.Ok("The first run makes the tables.")
            : CheckList.Failed("The schema 'rec' is not there at the version that this RecTools needs.", "Run Install-RecSchema once, as somebody who may create schemas; -ScriptOnly shows what it does."));
        if (database.IsEmbedded)
        {
            AddFile(list, target.DataSource);
            return;
        }

        list.Add("Encryption", () => target.Encrypt == "Optional"
            ? CheckList.Warning("The connection may be unencrypted.", "Connect with -Encrypt Mandatory.")
            : target.TrustServerCertificate
                ? CheckList.Warning("Encrypted, but any certificate is taken for that of the server.", "Give the server a certificate that this computer trusts, and leave -TrustServerCertificate out.")
                : CheckList.Ok($"{target.Encrypt}, with a certificate that this computer trusts"));
        AddPermission(list, database, null, "DATABASE", "CREATE TABLE");
        AddPermission(list, database, null, "DATABASE", "CREATE VIEW");
        AddPermission(list, database, "rec", "SCHEMA", "ALTER");
        list.Add("Free space", () => ServerSpace(EnvironmentProbe.FreeSpace(database)));
    }

    /// <summary>Adds the check of one permission.</summary>
    public static void AddPermission(CheckList list, Database database, string? securable, string kind, string permission)
    {
        var what = securable is null ? permission : $"{permission} on {securable}";
        list.Add($"Permission {what}", () => EnvironmentProbe.May(database, securable, kind, permission) switch
        {
            true => CheckList.Ok("granted to this login"),
            false => CheckList.Failed("This login does not have it.", $"GRANT {what} to the login, or make it a member of the role rec_trainer."),
            null => CheckList.Warning("The server does not say; perhaps there is no such object.", "Run Install-RecSchema first, and check the name."),
        });
    }

    private static void AddFile(CheckList list, string path)
    {
        list.Add("Writable", () =>
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            return FolderAccess.Look(Path.GetDirectoryName(path)!);
        });
        list.Add("Free space", () =>
        {
            var free = new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace;
            return free >= LittleSpace ? CheckList.Ok($"{Show(free)} on the drive") : CheckList.Warning($"{Show(free)} on the drive", "Make room: a run writes a whole new set beside the old one.");
        });
    }

    private static (CheckStatus, string, string) ServerSpace((long Free, bool MayGrow) space) =>
        space.MayGrow ? CheckList.Ok($"{Show(space.Free)} in the data files, which may grow")
        : space.Free >= LittleSpace ? CheckList.Ok($"{Show(space.Free)} in the data files, which may not grow")
        : CheckList.Warning($"{Show(space.Free)} in the data files, which may not grow", "Enlarge a data file or let it grow: a run writes a whole new set beside the old one.");

    private static string Show(long bytes) => $"{bytes / 1048576.0:N0} MB free";
}
