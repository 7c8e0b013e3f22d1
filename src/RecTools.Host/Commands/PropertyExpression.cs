using System.Collections;
using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>A property to select or to sort by: a name (wildcards allowed), a script block, or a table with Name and Expression.</summary>
/// <param name="name">Name of the column.</param>
/// <param name="value">Its value for an object.</param>
internal sealed class PropertyExpression(string name, Func<PSObject, object?> value)
{
    /// <summary>Name of the column.</summary>
    public string Name { get; } = name;

    /// <summary>Its value for an object; null where the object has no such property.</summary>
    public object? ValueOf(PSObject subject) => value(subject);

    /// <summary>Reads what was given as a property.</summary>
    /// <param name="given">Name, script block or table.</param>
    /// <param name="sample">An object whose properties wildcards are matched with.</param>
    public static IEnumerable<PropertyExpression> Read(object given, PSObject sample)
    {
        object bare = given is PSObject wrapped ? wrapped.BaseObject : given;
        switch (bare)
        {
            case ScriptBlock script:
                return [new(script.ToString(), subject => Call(script, subject))];
            case IDictionary table:
                object expression = Entry(table, "Expression", "e") ?? throw new PSArgumentException("A calculated property needs an Expression.");
                PropertyExpression inner = Read(expression, sample).First();
                return [new(Entry(table, "Name", "n", "Label", "l")?.ToString() ?? inner.Name, inner.ValueOf)];
            default:
                string text = bare.ToString() ?? "";
                if (!WildcardPattern.ContainsWildcardCharacters(text))
                    return [Named(text)];
                WildcardPattern pattern = new(text, WildcardOptions.IgnoreCase);
                return sample.Properties.Where(property => pattern.IsMatch(property.Name)).Select(property => Named(property.Name));
        }
    }

    private static PropertyExpression Named(string name) => new(name, subject => subject.Properties[name]?.Value);

    private static object? Call(ScriptBlock script, PSObject subject)
    {
        var results = script.InvokeWithContext(null, [new PSVariable("_", subject)]);
        return results.Count switch
        {
            0 => null,
            1 => results[0],
            _ => results,
        };
    }

    private static object? Entry(IDictionary table, params string[] names) =>
        table.Keys.Cast<object>().Where(key => names.Contains(key.ToString(), StringComparer.OrdinalIgnoreCase)).Select(key => table[key]).FirstOrDefault();
}
