using System.Diagnostics;

namespace RecTools.Tests;

/// <summary>A real file system of a few megabytes; only an administrator of a Linux machine can make one, so a test that needs it skips elsewhere.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string mount = Directory.CreateTempSubdirectory("rectools-disk-").FullName;

    /// <summary>A folder on it.</summary>
    public string Folder => Path.Combine(mount, "shop");

    /// <summary>Makes one, or skips the test.</summary>
    public static SmallDisk Mount(int megabytes)
    {
        var disk = new SmallDisk();
        var mounted = OperatingSystem.IsLinux() && Environment.UserName == "root"
            && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk.mount);
        if (!mounted)
        {
            Directory.Delete(disk.mount);
            Assert.Skip("needs a file system of its own, which only root on Linux may mount; the limit on a file's pages is tested everywhere");
        }

        Directory.CreateDirectory(disk.Folder);
        return disk;
    }

    public void Dispose()
    {
        Run("umount", mount);
        Directory.Delete(mount);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
