using System.Management.Automation;
using System.Net;
using System.Security;
using RecTools.Data;

namespace RecTools.PowerShell;

/// <summary>Connections that other modules have made, taken over by their connection string: no type of theirs is known here.</summary>
internal static class ForeignConnection
{
    /// <summary>Connects where another module is connected.</summary>
    /// <param name="value">A server of SMO (dbatools, SqlServer), or a connection of SqlClient.</param>
    /// <param name="credential">Login to use instead of its own; null for its own.</param>
    /// <param name="database">Database to use instead of its own; null for its own.</param>
    /// <param name="options">How statements are run.</param>
    /// <exception cref="RecException"><c>ConnectionObjectUnknown</c>, and what connecting throws.</exception>
    public static RecConnection Open(PSObject value, PSCredential? credential, string? database, ConnectionOptions options)
    {
        if (value.BaseObject is RecConnection own)
        {
            return own;
        }

        var context = Property(value, "ConnectionContext") is { } smo ? PSObject.AsPSObject(smo) : value;
        if (Property(context, "ConnectionString") is not string text || text.Length == 0)
        {
            throw RecException.Configuration(
                "ConnectionObjectUnknown", $"An object of type {value.BaseObject.GetType().Name} has no connection string.",
                "Give what Connect-DbaInstance or Get-SqlInstance gives, a SqlConnection, or connect with -SqlInstance and -Database.", value.BaseObject.GetType().FullName);
        }

        // A connection that is open does not show its password, but it may hold a credential or a token.
        var inner = Property(context, "SqlConnectionObject") is { } connection ? PSObject.AsPSObject(connection) : context;
        var held = Property(inner, "Credential") is { } found ? PSObject.AsPSObject(found) : null;
        var user = credential?.UserName ?? (held is null ? null : Property(held, "UserId") as string);
        var password = credential?.Password ?? (held is null ? null : Property(held, "Password") as SecureString);
        var token = credential is null && Property(inner, "AccessToken") is string { Length: > 0 } plain ? new NetworkCredential("", plain).SecurePassword : null;
        return Connections.FromString(text, options, user, password, token, database ?? (Property(inner, "Database") as string is { Length: > 0 } current ? current : null));
    }

    private static object? Property(PSObject value, string name)
    {
        try
        {
            var found = value.Properties[name]?.Value;
            return found is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : found;
        }
        catch (GetValueInvocationException)
        {
            // Some properties of SMO ask the server, which may refuse.
            return null;
        }
    }
}
