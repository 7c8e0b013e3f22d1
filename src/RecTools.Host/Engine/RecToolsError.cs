using System.Globalization;

namespace RecTools.Host.Engine;

/// <summary>
/// What the host needs to know of a <c>RecTools.RecException</c>. The module brings the assembly of that type and loads it into the default load
/// context; a reference from here would put a second copy beside the host that the module's could clash with, so the type is known by its name.
/// </summary>
/// <param name="Kind">Name of the error's <c>RecErrorKind</c>.</param>
/// <param name="Action">What to do about it.</param>
internal sealed record RecToolsError(string Kind, string Action)
{
    private const string TypeName = "RecTools.RecException";

    /// <summary>Looks for an error of RecTools in an exception and its causes.</summary>
    public static RecToolsError? Find(Exception? exception)
    {
        foreach (Exception cause in ExceptionCauses.Of(exception))
        {
            // Some errors carry more than others and are of a type of their own.
            for (Type? type = cause.GetType(); type is not null; type = type.BaseType)
            {
                if (type.FullName == TypeName)
                    return new RecToolsError(Read(type, cause, "Kind"), Read(type, cause, "Action"));
            }
        }

        return null;
    }

    private static string Read(Type type, Exception error, string property) =>
        Convert.ToString(type.GetProperty(property)?.GetValue(error), CultureInfo.InvariantCulture) ?? "";
}
