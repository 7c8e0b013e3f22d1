namespace RecTools;

/// <summary>What became of a SQL Server Agent job.</summary>
/// <param name="JobName">Its name.</param>
/// <param name="JobId">Its id, which stays when it is registered again.</param>
/// <param name="Change">Created, Updated or Removed.</param>
/// <param name="Schedule">When it runs; null where only others say so.</param>
/// <param name="Command">What its step runs; null for a job that was removed.</param>
public sealed record AgentJobInfo(string JobName, Guid JobId, string Change, string? Schedule, string? Command);
