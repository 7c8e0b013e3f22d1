using Microsoft.Data.SqlClient;

namespace RecTools.Data;

/// <summary>An application lock of the session; the server lets go of it by itself when the session ends.</summary>
internal sealed class ApplicationLock(Action release) : IDisposable
{
    public void Dispose()
    {
        try
        {
            release();
        }
        catch (Exception error) when (error is SqlException or InvalidOperationException)
        {
            // The session is gone, and the lock with it.
        }
    }
}
