using System.Reflection;
using System.Runtime.Loader;

namespace RecTools.PowerShell;

/// <summary>
/// Loads the private side (training, algorithms, database drivers) apart from everything else in the session,
/// so that another module may have its own version of Microsoft.Data.SqlClient in any order of import.
/// </summary>
internal sealed class EngineLoadContext : AssemblyLoadContext
{
    private static readonly Lazy<EngineLoadContext> Instance = new(() => new EngineLoadContext(FindEngine()));

    private readonly AssemblyDependencyResolver resolver;

    private EngineLoadContext(string engine)
        : base("RecTools") => resolver = new AssemblyDependencyResolver(engine);

    /// <summary>Answers the default context's questions for the private side, and for nothing else.</summary>
    public static void Hook() => Default.Resolving += Resolve;

    /// <summary>Stops answering.</summary>
    public static void Unhook() => Default.Resolving -= Resolve;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName name)
    {
        // The contracts are shared with the cmdlets: one copy, in the default context.
        if (name.Name == typeof(RecConnection).Assembly.GetName().Name)
        {
            return typeof(RecConnection).Assembly;
        }

        var path = resolver.ResolveAssemblyToPath(name);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        var path = resolver.ResolveUnmanagedDllToPath(unmanagedDllName);
        return path is null ? IntPtr.Zero : LoadUnmanagedDllFromPath(path);
    }

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        name.Name is "RecTools.Training" or "RecTools.Algorithms" or "RecTools.Data" or "RecTools.Reporting"
            ? Instance.Value.LoadFromAssemblyName(name)
            : null;

    private static string FindEngine() =>
        Path.Combine(Path.GetDirectoryName(typeof(EngineLoadContext).Assembly.Location)!, "engine", "RecTools.Training.dll");
}
