using System.Collections;
using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>Settings of an algorithm as people write them: <c>@{ Factors = 64 }</c>.</summary>
internal static class OptionTable
{
    /// <summary>The settings by name, whatever the case, free of what PowerShell wraps values in; none for null.</summary>
    public static Dictionary<string, object?> Plain(IDictionary? table)
    {
        var plain = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table ?? new Hashtable())
        {
            plain[entry.Key.ToString()!] = entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value;
        }

        return plain;
    }
}
