using System.Net;
using System.Security;
using Microsoft.Data.SqlClient;

namespace RecTools.Data;

/// <summary>A database on a SQL Server instance and who one is there, as a user gives it.</summary>
public sealed record ServerAddress
{
    /// <summary>Server, perhaps with instance or port.</summary>
    public required string Instance { get; init; }

    /// <summary>Database.</summary>
    public required string Database { get; init; }

    /// <summary>Login; null for Windows or integrated authentication, or a token.</summary>
    public string? User { get; init; }

    /// <summary>Password of the login.</summary>
    public SecureString? Password { get; init; }

    /// <summary>Access token of Microsoft Entra ID; null without.</summary>
    public SecureString? AccessToken { get; init; }

    /// <summary>Mandatory, Optional or Strict.</summary>
    public string Encrypt { get; init; } = "Mandatory";

    /// <summary>Whether a certificate that no authority has signed is good enough.</summary>
    public bool TrustServerCertificate { get; init; }

    /// <summary>Name that the server's certificate has, where it is not the server's; null for that.</summary>
    public string? HostNameInCertificate { get; init; }

    /// <summary>Seconds to wait for the server; null for the driver's default.</summary>
    public int? ConnectTimeout { get; init; }

    /// <summary>The connection string, without any secret.</summary>
    internal string ConnectionString
    {
        get
        {
            var builder = new SqlConnectionStringBuilder
            {
                DataSource = Instance,
                InitialCatalog = Database,
                ApplicationName = Connections.ApplicationName,
                IntegratedSecurity = User is null && AccessToken is null,
                Encrypt = SqlConnectionEncryptOption.Parse(Encrypt),
                TrustServerCertificate = TrustServerCertificate,
            };
            if (HostNameInCertificate is not null)
            {
                builder.HostNameInCertificate = HostNameInCertificate;
            }

            builder.ConnectTimeout = ConnectTimeout ?? builder.ConnectTimeout;
            return builder.ConnectionString;
        }
    }

    /// <summary>The secret, to hand to the driver apart from the string; null for none.</summary>
    internal object? Credential
    {
        get
        {
            if (AccessToken is not null)
            {
                return new ServerToken(AccessToken);
            }

            if (User is null)
            {
                return null;
            }

            var copy = Password?.Copy() ?? new SecureString();
            copy.MakeReadOnly();
            return new SqlCredential(User, copy);
        }
    }
}

/// <summary>An access token, kept from whatever prints objects.</summary>
/// <param name="token">The token.</param>
internal sealed class ServerToken(SecureString token)
{
    /// <summary>The token as the driver takes it.</summary>
    public string Reveal() => new NetworkCredential("", token).Password;
}
