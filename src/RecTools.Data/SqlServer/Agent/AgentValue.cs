using System.Globalization;

namespace RecTools.Data;

/// <summary>A value that a statement on jobs takes: a parameter where it is run, a declared variable where it is shown as a script.</summary>
/// <param name="Name">Its name, without the sign before it.</param>
/// <param name="Type">Its type in T-SQL.</param>
/// <param name="Value">Text, a whole number, or null.</param>
internal sealed record AgentValue(string Name, string Type, object? Value)
{
    /// <summary>The value as T-SQL writes it: text in quotes, with quotes in it doubled.</summary>
    public string Literal => Value switch
    {
        null => "NULL",
        int number => number.ToString(CultureInfo.InvariantCulture),
        string text => $"N'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => throw new NotSupportedException(Value.GetType().Name),
    };

    /// <summary>The line that declares it.</summary>
    public string Declaration => $"DECLARE @{Name} {Type} = {Literal};";
}
