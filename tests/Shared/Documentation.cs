namespace RecTools.Tests;

/// <summary>Queries as the documentation shows them.</summary>
internal static class Documentation
{
    /// <summary>The SQL blocks of a page, in their order.</summary>
    /// <param name="page">Its file in the folder docs.</param>
    public static string[] SqlOf(string page)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "docs", page);
            if (File.Exists(file))
            {
                return [.. File.ReadAllText(file).Split("```sql")[1..].Select(block => block.Split("```")[0])];
            }
        }

        throw new FileNotFoundException(page);
    }
}
