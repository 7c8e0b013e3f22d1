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
        if (!database.IsEmbedded)
        {
            list.Add("Encryption", () => Encryption(target));
        }

        list.Add("Schema", () => SchemaInstaller.IsInstalled(database) ? CheckList.Ok("The tables of RecTools are there, at the version that this RecTools needs.")
            : database.IsEmbedded ? CheckList.Ok("The first run makes the tables.")
            : CheckList.Failed("The schema 'rec' is not there at the version that this RecTools needs.", "Run Install-RecSchema once, as somebody who may create schemas; -ScriptOnly shows what it does."));
        list.Add("Permissions", () => database.IsEmbedded ? WritableFile(target.DataSource) : Permissions(database));
        list.Add("Free space", () => database.Guard(database.FreeBytes) switch
        {
            null => CheckList.Warning("The database does not say how much it can still take.", "See to it that there is room for a whole new set beside the old one."),
            < LittleSpace and var free => CheckList.Warning(Show(free), "Make room: a run writes a whole new set beside the old one."),
            { } free => CheckList.Ok(Show(free)),
        });
    }

    private static (CheckStatus, string, string) Encryption(ConnectionTarget target) => target.Encrypt == "Optional"
        ? CheckList.Warning("The connection may be unencrypted.", "Connect with -Encrypt Mandatory.")
        : target.TrustServerCertificate
            ? CheckList.Warning("Encrypted, but any certificate is taken for that of the server.", "Give the server a certificate that this computer trusts, and leave -TrustServerCertificate out.")
            : CheckList.Ok($"{target.Encrypt}, with a certificate that this computer trusts");

    private static (CheckStatus, string, string) Permissions(Database database)
    {
        try
        {
            database.CheckWritable();
            return CheckList.Ok("This login may do what a run does.");
        }
        catch (RecException error) when (error.ErrorId == "PermissionDenied")
        {
            return CheckList.Failed(error.Message, error.Action);
        }
    }

    private static (CheckStatus, string, string) WritableFile(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        return FolderAccess.Look(Path.GetDirectoryName(path)!);
    }

    private static string Show(long bytes) => $"{bytes / 1048576.0:N0} MB free";
}
