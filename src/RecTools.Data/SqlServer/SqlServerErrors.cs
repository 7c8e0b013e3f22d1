using System.ComponentModel;
using System.Security.Authentication;
using Microsoft.Data.SqlClient;

namespace RecTools.Data;

/// <summary>What SQL Server's error numbers mean to a user.</summary>
internal static class SqlServerErrors
{
    /// <summary>The error in words; null if it is not the driver's.</summary>
    public static RecException? Explain(Exception error, string where)
    {
        if (error is not SqlException sql)
        {
            return error is InvalidOperationException { Source: "Microsoft.Data.SqlClient" }
                ? new RecException("WriteFailed", RecErrorKind.Data, $"{where} does not take the rows: {error.Message}", "Check the columns of the table.", where, error)
                : null;
        }

        RecException Make(string errorId, RecErrorKind kind, string message, string action) => new(errorId, kind, message, action, where, error);
        if (IsAboutCertificate(error))
        {
            return Make(
                "CertificateUntrusted", RecErrorKind.Access, $"{where} has a certificate that this computer does not trust, so the encrypted connection was not made.",
                "Have the server use a certificate of an authority that this computer trusts; if the certificate is for another name, give that with -HostNameInCertificate; "
                + "-TrustServerCertificate takes any certificate, which keeps listeners out but not somebody who poses as the server.");
        }

        return sql.Number switch
        {
            18456 or 18452 => Make("LoginFailed", RecErrorKind.Access, $"{where} does not let this login in.", "Check -SqlCredential, or the account that the job runs as."),
            4060 => Make("DatabaseUnreachable", RecErrorKind.Access, $"The database of {where} cannot be opened by this login.", "Check its name, and that the login is a user of it."),
            137 => Make("QueryParameterMissing", RecErrorKind.Configuration, $"The query has a parameter without a value: {sql.Message}", "Give it with -QueryParameter."),
            3952 => Make(
                "SnapshotNotAllowed", RecErrorKind.Configuration, $"{where} does not allow snapshots.",
                "Have the administrator set ALLOW_SNAPSHOT_ISOLATION ON for it, or connect with -ReadIsolation ReadCommitted."),
            208 => Make("TableNotFound", RecErrorKind.NotFound, $"{where}: {sql.Message}", "Check the name and its schema."),
            102 or 156 or 207 => Make("QueryFailed", RecErrorKind.Data, $"The query failed: {sql.Message}", "Correct the query or the names in it."),
            229 or 230 or 262 or 297 or 300 or 2760 => Make("PermissionDenied", RecErrorKind.Access, $"{where}: {sql.Message}", "Ask the administrator for that permission."),
            1105 or 9002 => Make("DiskFull", RecErrorKind.Limit, $"{where} is out of space: {sql.Message}", "Make room for data and log; what was being written has been taken back."),
            3906 or 3908 => Make("DatabaseReadOnly", RecErrorKind.Access, $"The database of {where} is read-only.", "Connect to the primary, or set it READ_WRITE."),
            1222 => Make("DatabaseLocked", RecErrorKind.Busy, $"{where}: somebody else holds a lock that is needed.", "Find the session that blocks (sys.dm_exec_requests), and run again."),
            1205 => Make("Deadlock", RecErrorKind.Busy, $"{where} chose this statement as the victim of a deadlock.", "Run it again."),
            -2 => Make("Timeout", RecErrorKind.Busy, $"{where} did not answer in time.", "Look for blocking sessions, and run again."),
            2627 or 2601 or 515 or 547 or 2628 or 8152 => Make("WriteFailed", RecErrorKind.Data, $"{where} does not take the rows: {sql.Message}", "Check the keys and types of the table."),
            _ when sql.Class >= 20 || sql.Number is 53 or 40 or 26 or 10060 or 10061 or 11001 or 258 => Make(
                "DatabaseUnreachable", RecErrorKind.Access, $"{where} cannot be reached: {sql.Message}",
                "Check the server's name, port and firewall."),
            _ => Make("DatabaseFailed", RecErrorKind.Data, $"{where}: {sql.Message} (error {sql.Number})", "Check the statement and the table."),
        };
    }

    // 0x80090325: the chain ends in an authority that is not trusted; 0x80090322: the certificate is for another name.
    private static bool IsAboutCertificate(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException or Win32Exception { NativeErrorCode: unchecked((int)0x80090325) or unchecked((int)0x80090322) })
            {
                return true;
            }
        }

        return false;
    }
}
