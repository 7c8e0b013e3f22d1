namespace RecTools.Training;

/// <summary>Says of a file or folder whether the account of a job, which is another than that of who asks, can read it, as far as that can be told from here.</summary>
internal static class AccountAccess
{
    /// <summary>Looks at a path that exists.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="action">What to do where it cannot be read by others.</param>
    public static (CheckStatus Status, string Detail, string Action) Look(string path, string action)
    {
        var hindrance = OperatingSystem.IsWindows() ? OnWindows(path) : OnUnix(path);
        return hindrance is null ? CheckList.Ok(path) : CheckList.Warning($"{path}: {hindrance}", action);
    }

    private static string? OnWindows(string path)
    {
        var profiles = Path.GetDirectoryName(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
        return path.StartsWith(@"\\", StringComparison.Ordinal) ? "the account of the job needs rights on the share."
            : profiles is not null && path.StartsWith(profiles + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase) ? "it is in the profile of a user, which other accounts cannot read."
            : new DriveInfo(Path.GetPathRoot(path)!).DriveType == DriveType.Network ? "the drive's letter is that of this session; other accounts do not have it."
            : null;
    }

    private static string? OnUnix(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        if (!File.GetUnixFileMode(path).HasFlag(UnixFileMode.OtherRead))
        {
            return "accounts other than its owner and group cannot read it.";
        }

        for (var folder = Path.GetDirectoryName(path); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            if (!File.GetUnixFileMode(folder).HasFlag(UnixFileMode.OtherExecute))
            {
                return $"accounts other than the owner and group of {folder} cannot enter it.";
            }
        }

        return null;
    }
}
