using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Reflection;

namespace RecTools.Host.Commands;

/// <summary>Turns objects into what a JSON writer knows: numbers, text, lists and ordered tables, down to a depth below which there is only text.</summary>
/// <param name="depth">How many levels of objects inside objects to go down.</param>
internal sealed class JsonValues(int depth)
{
    /// <summary>Whether something lay deeper than that and became text.</summary>
    public bool Truncated { get; private set; }

    /// <summary>Turns an object.</summary>
    public object? Of(object? value) => Of(value, 0);

    private object? Of(object? given, int level)
    {
        PSObject? wrapped = given as PSObject;
        object? value = wrapped is null ? given : wrapped.BaseObject;
        if (value is null || value == DBNull.Value || value == System.Management.Automation.Internal.AutomationNull.Value)
            return null;
        if (IsPlain(value))
            return value;
        if (level > depth)
        {
            Truncated = true;
            return LanguagePrimitives.ConvertTo<string>(given);
        }

        return value switch
        {
            IDictionary table => Table(table, level),
            IEnumerable items => items.Cast<object?>().Select(item => Of(item, level + 1)).ToList(),
            _ => Properties(wrapped ?? PSObject.AsPSObject(value), level),
        };
    }

    private static bool IsPlain(object value) =>
        value is string or char or bool or DateTime or DateTimeOffset or Guid or Uri or BigInteger or decimal or Enum or SwitchParameter || value.GetType().IsPrimitive;

    private OrderedDictionary Table(IDictionary table, int level)
    {
        OrderedDictionary result = [];
        foreach (DictionaryEntry entry in table)
            result[Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? ""] = Of(entry.Value, level + 1);
        return result;
    }

    /// <summary>A script's own object has all its properties; a .NET object those of its type and no additions of the engine but notes.</summary>
    private OrderedDictionary Properties(PSObject item, int level)
    {
        OrderedDictionary result = [];
        foreach (PSPropertyInfo property in item.Properties)
        {
            bool own = item.BaseObject is PSCustomObject || property is PSNoteProperty || IsPublicMember(item.BaseObject, property.Name);
            if (own && property.IsGettable)
                result[property.Name] = Of(Read(property), level + 1);
        }

        return result;
    }

    private static bool IsPublicMember(object item, string name) =>
        item.GetType().GetMember(name, MemberTypes.Property | MemberTypes.Field, BindingFlags.Instance | BindingFlags.Public).Length > 0;

    private static object? Read(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }
}
