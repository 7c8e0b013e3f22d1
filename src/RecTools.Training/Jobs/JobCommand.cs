using RecTools.Data;

namespace RecTools.Training;

/// <summary>What a scheduler runs: a program, and the PowerShell text that connects and trains.</summary>
/// <param name="request">The job.</param>
/// <param name="target">The database.</param>
internal sealed class JobCommand(JobRequest request, ConnectionTarget target)
{
    /// <summary>The program.</summary>
    public string Program => request.RunnerPath ?? (request.Runner == JobRunner.Pwsh ? "pwsh" : "rectools");

    /// <summary>Its arguments before the text.</summary>
    public IReadOnlyList<string> Options => request.Runner == JobRunner.Pwsh ? ["-NoProfile", "-NonInteractive", "-Command"] : ["-NonInteractive", "-Command"];

    /// <summary>The text.</summary>
    /// <param name="quote">How a value is put in quotes.</param>
    public string Text(Func<string, string> quote)
    {
        var work = $"$null = Connect-RecDatabase {Place(quote)}; $null = Invoke-RecTraining -ConfigPath {quote(request.ConfigPath)}";
        return request.Runner == JobRunner.Pwsh ? ForPwsh(work, quote) : ForHost(work);
    }

    private string Place(Func<string, string> quote) => target.Provider == DatabaseProvider.Sqlite
        ? $"-Path {quote(target.DataSource)}"
        : $"-SqlInstance {quote(target.DataSource)} -Database {quote(target.Database)}"
            + (target.Encrypt == "Mandatory" ? "" : $" -Encrypt {target.Encrypt}")
            + (target.TrustServerCertificate ? " -TrustServerCertificate" : "")
            + (target.HostNameInCertificate is { } name ? $" -HostNameInCertificate {quote(name)}" : "")
            + Given("CommandTimeout", options => options.CommandTimeout)
            + Given("RetryCount", options => options.RetryCount)
            + Given("RetryInterval", options => options.RetryInterval)
            + Given("ReadIsolation", options => options.Isolation);

    // What is as it is by default need not be said.
    private string Given<T>(string parameter, Func<ConnectionOptions, T> value) =>
        EqualityComparer<T>.Default.Equals(value(target.Options), value(new ConnectionOptions())) ? "" : $" -{parameter} {value(target.Options)}";

    // The host has an exit code for each kind of error.
    private string ForHost(string work) => request.AllowRejected
        ? $"$ErrorActionPreference = 'Stop'; try {{ {work} }} catch {{ if ($_.Exception.Kind -ne 'Gate') {{ throw }}; exit 0 }}"
        : $"$ErrorActionPreference = 'Stop'; {work}";

    // pwsh knows success and failure only, so that the text tells it the host's codes.
    private string ForPwsh(string work, Func<string, string> quote) =>
        $"$ErrorActionPreference = 'Stop'; try {{ Import-Module {quote(request.ModulePath ?? "RecTools")}; {work} }} catch {{ "
        + "Write-Host $_.Exception.Message $_.ErrorDetails.RecommendedAction; "
        + $"switch ([string] $_.Exception.Kind) {{ 'Configuration' {{ exit 2 }} 'Gate' {{ exit {(request.AllowRejected ? 0 : 3)} }} 'Cancelled' {{ exit 4 }} default {{ exit 1 }} }} }}";
}
