using System.Collections;
using System.Diagnostics;
using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using System.Security;
using System.Text;
using System.Text.Json;

namespace RecTools.Tests;

/// <summary>A planted password and all places where it might come to light.</summary>
public class SecretTests
{
    private const string Secret = "Pl4nted-S3cret";
    private const int Depth = 4;

    public static TheoryData<string> Connecting => new(
        "Connect-RecDatabase -SqlInstance $server -Database Shop -SqlCredential $credential -Verbose -Debug",
        "Connect-RecDatabase -SqlInstance $server -Database Shop -SqlCredential $credential -Encrypt Optional -TrustServerCertificate -Verbose -Debug",
        "Connect-RecDatabase -SqlInstance '127.0.0.1,1' -Database Shop -SqlCredential $credential -Verbose -Debug",
        "Connect-RecDatabase -ConnectionString \"Server=$server;Database=Shop;User ID=sa;Password=$secret;Connect Timeout=2\" -Verbose -Debug",
        "Connect-RecDatabase -ConnectionString \"Server=$server;Database=Shop;User ID=sa;Pwd=$secret;Encrypt=Optional;Connect Timeout=2\" -Verbose -Debug",
        "Connect-RecDatabase -ConnectionString \"Server=$server;Database=Shop;Passwort=$secret\" -Verbose -Debug",
        "Connect-RecDatabase -ConnectionString \"Server=$server;Connect Timeout=$secret\" -Verbose -Debug",
        "Connect-RecDatabase -ConnectionString \"Data Source=$file;Password=$secret\" -Verbose -Debug",
        "Connect-RecDatabase -ConnectionString $secret -Verbose -Debug",
        "Get-RecRun -Connection $connection -Verbose -Debug",
        "Get-RecModel -Connection $connection -Verbose -Debug",
        "Invoke-RecQuery -Connection $connection 'SELECT 1' -Verbose -Debug",
        "Install-RecSchema -Connection $connection -Verbose -Debug",
        "Invoke-RecTraining Bias Shop -Table Rating -Connection $connection -Verbose -Debug",
        "Import-RecInteraction -Path $file -Table Rating -Connection $connection -Verbose -Debug");

    [Theory]
    [MemberData(nameof(Connecting))]
    public void No_stream_and_no_error_tells_it(string script)
    {
        using var session = Planted(out var server);
        using (server)
        {
            var told = session.Everything(script);
            Assert.NotEmpty(told);
            Assert.DoesNotContain(told, text => text.Contains(Secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void Every_way_to_give_a_secret_is_tried()
    {
        using var session = Planted(out var server);
        server.Dispose();
        var parameters = ((CmdletInfo)session.Run("Get-Command Connect-RecDatabase")[0].BaseObject).Parameters.Values
            .Where(parameter => parameter.ParameterType == typeof(SecureString) || parameter.ParameterType == typeof(PSCredential) || parameter.Name.Contains("Token", StringComparison.Ordinal));
        foreach (var parameter in parameters.Where(parameter => parameter.ParameterType != typeof(PSCredential)))
        {
            var told = session.Everything($"Connect-RecDatabase -SqlInstance '127.0.0.1,1' -Database Shop -{parameter.Name} ${(parameter.ParameterType == typeof(string) ? "secret" : "secure")} -Verbose -Debug");
            Assert.DoesNotContain(told, text => text.Contains(Secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void A_connection_shows_it_in_no_format()
    {
        using var session = Planted(out var server);
        server.Dispose();
        var connection = session.Run("$connection")[0];
        Assert.Contains(Secret, ((RecConnection)connection.BaseObject).Reveal().ConnectionString, StringComparison.Ordinal);
        string[] formats =
        [
            connection.ToString(), JsonSerializer.Serialize(connection.BaseObject), PSSerializer.Serialize(connection, Depth),
            .. connection.Properties.Select(property => $"{property.Name}={property.Value}"), .. Texts(connection.BaseObject, Depth),
        ];
        Assert.DoesNotContain(formats, text => text.Contains(Secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void No_row_of_the_toolkit_tells_it_after_runs_that_failed_and_one_that_did_not()
    {
        using var session = Session.WithModel();
        Plant(session, "127.0.0.1,1");
        session.Everything("Invoke-RecTraining Bias Shop -Table Rating -Connection $connection");
        session.Everything("Invoke-RecTraining Bias Shop -Query \"SELECT * FROM Missing\"");
        session.Everything("Invoke-RecTraining Bias Shop -Table Rating -Verbose -Debug");
        Assert.Equal(3, session.Run("Get-RecRun").Count);
        session.Run("Disconnect-RecDatabase");
        foreach (var file in Directory.EnumerateFiles(session.Folder))
        {
            Assert.DoesNotContain(Secret, Encoding.Latin1.GetString(ReadShared(file)), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("Connect-RecDatabase -ConnectionString \"Server=127.0.0.1,1;User ID=sa;Password=$env:PLANTED;Connect Timeout=1\" -Verbose -Debug")]
    [InlineData("Connect-RecDatabase -ConnectionString \"Server=127.0.0.1,1;Passwort=$env:PLANTED\" -Verbose -Debug")]
    [InlineData("$c = [RecTools.RecConnection]::new('SqlServer', '127.0.0.1,1', 'Shop', \"Server=127.0.0.1,1;User ID=sa;Password=$env:PLANTED;Connect Timeout=1\", '', $null); $c; Invoke-RecTraining Bias Shop -Table Rating -Connection $c -Verbose -Debug")]
    public async Task What_a_job_writes_before_it_fails_does_not_tell_it(string script)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Host, "-Command", $"Import-Module '{Repository.Manifest}'; {script}"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["PLANTED"] = Secret;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var told = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        Assert.NotEqual(0, process.ExitCode);
        Assert.NotEmpty(told);
        Assert.DoesNotContain(Secret, told, StringComparison.OrdinalIgnoreCase);
    }

    // A server that hangs up on everybody.
    private static Session Planted(out IDisposable server)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = Task.Run(async () =>
        {
            while (true)
            {
                (await listener.AcceptTcpClientAsync()).Close();
            }
        });
        var session = new Session();
        Plant(session, $"127.0.0.1,{((IPEndPoint)listener.LocalEndpoint).Port}");
        server = listener;
        return session;
    }

    private static void Plant(Session session, string server)
    {
        var secure = new SecureString();
        foreach (var c in Secret)
        {
            secure.AppendChar(c);
        }

        secure.MakeReadOnly();
        session.Set("secret", Secret);
        session.Set("secure", secure);
        session.Set("server", server);
        session.Set("file", Path.Combine(session.Folder, "other.db"));
        session.Set("credential", new PSCredential("sa", secure));
        session.Set("connection", new RecConnection(DatabaseProvider.SqlServer, server, "Shop", $"Server={server};Database=Shop;User ID=sa;Password={Secret};Connect Timeout=2"));
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>An object and what its public properties hold, as text.</summary>
    internal static IEnumerable<string> Texts(object? value, int depth)
    {
        if (value is null || depth == 0)
        {
            return [];
        }

        IEnumerable<string> own = [value.ToString() ?? ""];
        return value switch
        {
            string or Type or System.Reflection.MemberInfo => own,
            IDictionary pairs => own.Concat(pairs.Keys.Cast<object>().SelectMany(key => Texts(key, depth).Concat(Texts(pairs[key], depth - 1)))),
            IEnumerable list => own.Concat(list.Cast<object?>().SelectMany(element => Texts(element, depth - 1))),
            _ when value.GetType().IsPrimitive || value is InvocationInfo => own,
            _ => own.Concat(PSObject.AsPSObject(value).Properties.SelectMany(property => Texts(ValueOf(property), depth - 1))),
        };
    }

    private static object? ValueOf(PSPropertyInfo property)
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
