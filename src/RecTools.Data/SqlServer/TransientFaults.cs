using Microsoft.Data.SqlClient;

namespace RecTools.Data;

/// <summary>Tries again what failed for a reason that passes: failovers, throttling, broken connections, deadlocks. The driver does the waiting and trying.</summary>
internal static class TransientFaults
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    // Numbers that Microsoft documents as passing; a timeout (-2) is not among them, since trying again would only double a wait that somebody has bounded.
    private static readonly int[] Numbers =
    [
        20, 64, 121, 233, 997, 1204, 1205, 1221, 1807, 3966, 4221, 8628, 8645, 8651, 10053, 10054, 10060, 10928, 10929, 10936, 14355, 17197, 20041,
        40143, 40197, 40501, 40540, 40613, 41301, 41302, 41305, 41325, 41839, 42108, 42109, 49918, 49919, 49920, 49963,
    ];

    /// <summary>The driver's logic of trying again; null where it is not to.</summary>
    /// <param name="options">How often, and how long to wait.</param>
    /// <param name="retrying">Hears of each time something is tried again.</param>
    public static SqlRetryLogicBaseProvider? RetryLogic(ConnectionOptions options, Action<string> retrying)
    {
        if (options.RetryCount <= 0)
        {
            return null;
        }

        var wait = TimeSpan.FromSeconds(Math.Max(1, options.RetryInterval));
        var provider = SqlConfigurableRetryFactory.CreateExponentialRetryProvider(new SqlRetryLogicOption
        {
            NumberOfTries = options.RetryCount + 1,
            DeltaTime = wait,
            MaxTimeInterval = wait > LongestWait ? wait : LongestWait,
            TransientErrors = Numbers,
        });
        provider.Retrying += (_, tried) => retrying($"try {tried.RetryCount + 1} of {options.RetryCount + 1} in {tried.Delay.TotalSeconds:0} s, after: {tried.Exceptions[^1].Message}");
        return provider;
    }
}
