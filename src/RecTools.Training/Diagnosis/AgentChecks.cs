using RecTools.Data;

namespace RecTools.Training;

/// <summary>Looks at SQL Server Agent and the proxy that a job is to use.</summary>
internal static class AgentChecks
{
    /// <summary>Adds the checks.</summary>
    public static void Add(CheckList list, Database database, string? proxyName)
    {
        string? missing = null;
        list.Add("Agent", () =>
        {
            missing = AgentJobStore.WhyMissing(database);
            if (missing is not null)
            {
                return CheckList.Warning(missing, "Let the operating system's scheduler run the job: Register-RecAgentJob -Systemd or -Cron.");
            }

            var (state, account) = EnvironmentProbe.AgentService(database);
            return state switch
            {
                null => CheckList.Warning("The server does not say whether SQL Server Agent runs.", "Look at its service."),
                "Running" => CheckList.Ok($"running as {account}"),
                _ => CheckList.Failed($"SQL Server Agent is {state}.", "Start its service, and let it start with the system."),
            };
        });
        if (proxyName is not null && missing is null && !database.IsEmbedded)
        {
            list.Add("Proxy", () => Look(EnvironmentProbe.Proxy(database, proxyName), proxyName));
        }
        else if (proxyName is not null)
        {
            list.Add("Proxy", () => CheckList.Failed("Without SQL Server Agent there are no proxies.", "Leave -ProxyName out."));
        }
    }

    /// <summary>What a proxy is good for.</summary>
    internal static (CheckStatus Status, string Detail, string Action) Look(AgentProxy? proxy, string name) => proxy switch
    {
        null => CheckList.Failed($"There is no proxy '{name}', or this login may not see it.", "Make a credential and msdb.dbo.sp_add_proxy for it, and grant it to the subsystem CmdExec."),
        { IsEnabled: false } => CheckList.Failed($"The proxy '{name}' is disabled.", "Enable it with msdb.dbo.sp_update_proxy."),
        { RunsPrograms: false } => CheckList.Failed($"The proxy '{name}' may not run programs.", $"EXEC msdb.dbo.sp_grant_proxy_to_subsystem @proxy_name = N'{name.Replace("'", "''", StringComparison.Ordinal)}', @subsystem_name = N'CmdExec'."),
        { HasLogin: false } => CheckList.Warning(
            $"{proxy.Account} has no login of its own; it may have one by a group.", "Make a login for it with a user in this database that is a member of rec_trainer, where no group gives it one."),
        _ => CheckList.Ok($"runs programs as {proxy.Account}"),
    };
}
