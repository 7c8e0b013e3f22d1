namespace RecTools.Host.Engine;

/// <summary>What the process tells its caller. Scripts that say <c>exit n</c> choose their own.</summary>
internal static class ExitCode
{
    /// <summary>The work is done.</summary>
    public const int Done = 0;

    /// <summary>The work failed.</summary>
    public const int Failed = 1;

    /// <summary>A command line, parameter, configuration or script cannot be used.</summary>
    public const int BadConfiguration = 2;

    /// <summary>A quality gate stopped a training run.</summary>
    public const int StoppedByGate = 3;

    /// <summary>Somebody cancelled.</summary>
    public const int Cancelled = 4;
}
