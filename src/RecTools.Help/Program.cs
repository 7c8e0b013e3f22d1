using RecTools.Help;

// Brings every file that is made from the source up to date: run after cmdlets, options, errors or their pages have changed.
var repository = Repository.Find();
foreach (var (path, text) in HelpFiles.Create(repository))
{
    var full = Path.Combine(repository, path);
    if (!File.Exists(full) || File.ReadAllText(full) != text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        Console.WriteLine(path);
    }
}
