using System.Globalization;
using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>Orders any two values as pwsh's object commands do: by the language's rules where they can be compared, as text where not.</summary>
/// <param name="caseSensitive">Whether case matters in text.</param>
internal sealed class ValueComparer(bool caseSensitive) : IComparer<object?>
{
    /// <inheritdoc/>
    public int Compare(object? x, object? y)
    {
        object? left = Bare(x);
        object? right = Bare(y);
        try
        {
            return LanguagePrimitives.Compare(left, right, !caseSensitive, CultureInfo.CurrentCulture);
        }
        catch (ArgumentException)
        {
            CompareInfo text = CultureInfo.CurrentCulture.CompareInfo;
            return text.Compare(Text(left), Text(right), caseSensitive ? CompareOptions.None : CompareOptions.IgnoreCase);
        }
    }

    private static object? Bare(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    private static string Text(object? value) => value is null ? "" : PSObject.AsPSObject(value).ToString();
}
