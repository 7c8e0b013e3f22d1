using System.Collections;
using System.Management.Automation;
using Microsoft.PowerShell.Commands;

namespace RecTools.Host.Commands;

/// <summary>A property to select, sort or group by: a name (wildcards allowed), a script block, or a table with Name and Expression.</summary>
internal sealed class CalculatedProperty
{
    private readonly PSPropertyExpression expression;
    private readonly string? name;

    private CalculatedProperty(PSPropertyExpression expression, string? name, bool? descending)
    {
        this.expression = expression;
        this.name = name;
        Descending = descending;
    }

    /// <summary>The order that the table itself asks for, or null where it does not.</summary>
    public bool? Descending { get; }

    /// <summary>Reads what was given to a parameter, with the abbreviated keys that pwsh takes too.</summary>
    public static CalculatedProperty Read(object? given)
    {
        object? bare = Bare(given);
        if (bare is not IDictionary table)
            return new CalculatedProperty(Expression(bare), null, null);

        PSPropertyExpression? expression = null;
        string? name = null;
        bool? descending = null;
        foreach (DictionaryEntry entry in table)
        {
            string key = entry.Key.ToString() ?? "";
            if (Means(key, "Expression"))
                expression = Expression(Bare(entry.Value));
            else if (Means(key, "Name") || Means(key, "Label"))
                name = entry.Value?.ToString();
            else if (Means(key, "Descending"))
                descending = LanguagePrimitives.IsTrue(entry.Value);
            else if (Means(key, "Ascending"))
                descending = !LanguagePrimitives.IsTrue(entry.Value);
            else
                throw new PSArgumentException($"The key '{key}' of a calculated property is not known; there are Name, Expression, Ascending and Descending.");
        }

        return new CalculatedProperty(expression ?? throw new PSArgumentException("A calculated property needs an Expression."), name, descending);
    }

    /// <summary>Reads every element of a parameter.</summary>
    public static CalculatedProperty[] ReadAll(object[]? given) => [.. (given ?? []).Select(Read)];

    /// <summary>The properties that it stands for: one, or with wildcards as many as match. Without any, its own name and no value.</summary>
    public IEnumerable<(string Name, object? Value)> Of(PSObject subject)
    {
        bool any = false;
        foreach (PSPropertyExpression resolved in expression.ResolveNames(subject))
        {
            any = true;
            PSPropertyExpressionResult? result = resolved.GetValues(subject).FirstOrDefault();
            yield return (name ?? resolved.ToString(), result?.Result);
        }

        if (!any && !expression.HasWildCardCharacters)
            yield return (name ?? expression.ToString(), null);
    }

    /// <summary>The first value that it stands for, or null.</summary>
    public object? ValueOf(PSObject subject) => Of(subject).FirstOrDefault().Value;

    private static PSPropertyExpression Expression(object? given) =>
        given is ScriptBlock script ? new PSPropertyExpression(script) : new PSPropertyExpression(given?.ToString());

    private static object? Bare(object? given) => given is PSObject wrapped ? wrapped.BaseObject : given;

    private static bool Means(string key, string full) => key.Length > 0 && full.StartsWith(key, StringComparison.OrdinalIgnoreCase);
}
