using System.Security.Cryptography;
using System.Text;

namespace RecTools.Data;

/// <summary>Holds a model of a SQLite file by a lock file beside it. The system lets go of it when the process dies, however it dies.</summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream stream;
    private readonly string path;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="RecException"><c>ModelBusy</c>, <c>DatabaseReadOnly</c>.</exception>
    public FileLock(string databaseFile, string modelName)
    {
        // The hash keeps any character of a model's name out of the file name.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(modelName.ToUpperInvariant())))[..12];
        path = $"{Path.GetFullPath(databaseFile)}.{hash}.lock";
        try
        {
            stream = Take(path);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw IsSharingViolation(error)
                ? new RecException(
                    "ModelBusy", RecErrorKind.Busy, $"Another run of the model '{modelName}' is at work on {databaseFile}.",
                    "Wait until it has ended, or use another -ModelName.", modelName, error)
                : new RecException(
                    "DatabaseReadOnly", RecErrorKind.Access, $"Beside the database {databaseFile} no file can be written, so a run cannot hold its model.",
                    "Give write access to the folder, or connect to a file elsewhere.", databaseFile, error);
        }
    }

    /// <summary>Lets go, and removes the file.</summary>
    public void Dispose()
    {
        // First the name and then the lock: the other way round would remove the file of whoever comes in between.
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        stream.Dispose();
    }

    // Told by the system's own number (EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION): the file may be gone by the time that one looks.
    private static bool IsSharingViolation(Exception error) => error.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static FileStream Take(string path)
    {
        while (true)
        {
            var options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None;
            var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, options);
            if (IsStillAt(path, stream))
            {
                return stream;
            }

            stream.Dispose();
        }
    }

    // On Unix the holder before us may have removed the file between our opening and our locking of it: then ours is a file
    // without a name that nobody else will ever find. A time set on the open file and read through the name shows whether they are one.
    private static bool IsStillAt(string path, FileStream stream)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        var mark = DateTime.UnixEpoch.AddTicks(Random.Shared.NextInt64(TimeSpan.TicksPerDay * 10_000));
        File.SetLastWriteTimeUtc(stream.SafeFileHandle, mark);
        return File.GetLastWriteTimeUtc(path) == File.GetLastWriteTimeUtc(stream.SafeFileHandle);
    }
}
