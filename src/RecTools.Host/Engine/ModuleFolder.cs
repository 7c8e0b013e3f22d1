namespace RecTools.Host.Engine;

/// <summary>Makes the module that comes with the host known by its name.</summary>
internal static class ModuleFolder
{
    private const string Variable = "PSModulePath";

    /// <summary>
    /// Puts the folder of modules beside the program before all others, for this process only. An installed tool holds the whole module there; a build in
    /// the repository holds only a manifest that points at the module's own build output, so that no second copy of its assemblies exists.
    /// </summary>
    public static void Register()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Modules");
        if (!Directory.Exists(folder))
            return;
        string? existing = Environment.GetEnvironmentVariable(Variable);
        Environment.SetEnvironmentVariable(Variable, string.IsNullOrEmpty(existing) ? folder : folder + Path.PathSeparator + existing);
    }
}
