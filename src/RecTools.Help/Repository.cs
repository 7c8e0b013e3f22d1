namespace RecTools.Help;

/// <summary>Where the repository is.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution that this program was built in.</summary>
    /// <exception cref="DirectoryNotFoundException">It does not run within one.</exception>
    public static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "RecTools.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("This program does not run within the repository.");
        }

        return folder.FullName;
    }
}
