namespace RecTools;

/// <summary>Files that appear whole or not at all.</summary>
public static class WholeFile
{
    /// <summary>Refuses to replace a file that nobody said may be replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether it may exist.</param>
    /// <exception cref="RecException"><c>FileExists</c>.</exception>
    public static void RequireFree(string path, bool overwrite)
    {
        if (File.Exists(path) && !overwrite)
        {
            throw new RecException("FileExists", RecErrorKind.Access, $"The file '{path}' exists.", "Give another -Path, or -Force to replace it.", path);
        }
    }

    /// <summary>Writes beside the file and then puts it in its place, also over an older one.</summary>
    /// <exception cref="RecException">
    /// <c>FileUnwritable</c>: the folder is missing, full or closed to us, or the file is in use; nothing is left behind.
    /// </exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var partial = path + ".partial";
        try
        {
            File.WriteAllBytes(partial, content);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Remove(partial);
            throw new RecException(
                "FileUnwritable", RecErrorKind.Access, $"The file '{path}' cannot be written: {error.Message}",
                "Check the folder and its permissions.", path, error);
        }
    }

    private static void Remove(string partial)
    {
        try
        {
            File.Delete(partial);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What stopped the writing is what the user must hear of.
        }
    }
}
