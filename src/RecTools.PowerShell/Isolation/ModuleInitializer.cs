using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>Called by PowerShell when the module comes and goes.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport() => EngineLoadContext.Hook();

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => EngineLoadContext.Unhook();
}
