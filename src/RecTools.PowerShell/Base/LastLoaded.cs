namespace RecTools.PowerShell;

/// <summary>What was last loaded from the store: models of a pipeline come one after the other, and most often it is one for all objects.</summary>
internal sealed class LastLoaded
{
    private string? name;
    private long? version;
    private object? loaded;

    /// <summary>What was loaded for this model, or else loads it.</summary>
    /// <remarks>An object, since a field of a type of the private side would show in the signature of a cmdlet.</remarks>
    public object Get(string modelName, long? runId, Func<object> load)
    {
        if (loaded is null || version != runId || !modelName.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            loaded = load();
            (name, version) = (modelName, runId);
        }

        return loaded;
    }
}
