namespace RecTools.Training;

/// <summary>Says whether files can be made in a folder, by making one.</summary>
internal static class FolderAccess
{
    /// <summary>Looks at a folder.</summary>
    public static (CheckStatus Status, string Detail, string Action) Look(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return CheckList.Failed($"There is no folder {folder}.", "Make it, or correct the path.");
        }

        try
        {
            using var file = new FileStream(
                Path.Combine(folder, $".rectools-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return CheckList.Ok($"{folder} takes files of this account");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return CheckList.Failed($"No file can be made in {folder}: {error.Message}", "Let the account that runs the job write there.");
        }
    }
}
