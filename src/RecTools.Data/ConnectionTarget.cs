using Microsoft.Data.SqlClient;

namespace RecTools.Data;

/// <summary>Where a connection leads and how, without its secrets: what a job needs to make one of its own.</summary>
/// <param name="Provider">The kind of database.</param>
/// <param name="DataSource">Server, or full path of the file.</param>
/// <param name="Database">Database on the server.</param>
public sealed record ConnectionTarget(DatabaseProvider Provider, string DataSource, string Database)
{
    /// <summary>Mandatory, Optional or Strict.</summary>
    public string Encrypt { get; init; } = "Mandatory";

    /// <summary>Whether a certificate that no authority has signed is good enough.</summary>
    public bool TrustServerCertificate { get; init; }

    /// <summary>Name that the server's certificate has, where it is not the server's; null for that.</summary>
    public string? HostNameInCertificate { get; init; }

    /// <summary>How statements are run.</summary>
    public ConnectionOptions Options { get; init; } = new();

    /// <summary>Whether the connection is that of the account that the program runs as, with nothing to be handed on.</summary>
    public bool IsIntegrated { get; init; } = true;

    /// <summary>Where a connection leads.</summary>
    public static ConnectionTarget Of(RecConnection connection)
    {
        var target = new ConnectionTarget(connection.Provider, connection.DataSource, connection.Database);
        if (connection.Provider == DatabaseProvider.Sqlite)
        {
            return target;
        }

        var (text, credential) = connection.Reveal();
        var builder = new SqlConnectionStringBuilder(text);
        return target with
        {
            Encrypt = builder.Encrypt == SqlConnectionEncryptOption.Strict ? "Strict" : builder.Encrypt == SqlConnectionEncryptOption.Optional ? "Optional" : "Mandatory",
            HostNameInCertificate = builder.HostNameInCertificate is { Length: > 0 } name ? name : null,
            Options = connection.Options,
            TrustServerCertificate = builder.TrustServerCertificate,
            IsIntegrated = builder.IntegratedSecurity && credential is null,
        };
    }
}
