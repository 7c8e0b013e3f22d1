using System.Data.Common;

namespace RecTools.Data;

/// <summary>A transaction: what is not committed when it is disposed never was.</summary>
public sealed class WriteTransaction : IDisposable
{
    private readonly Database database;
    private readonly DbTransaction transaction;
    private readonly Action ended;
    private bool isOpen = true;

    internal WriteTransaction(Database database, DbTransaction transaction, Action ended)
    {
        this.database = database;
        this.transaction = transaction;
        this.ended = ended;
    }

    /// <summary>Makes everything done so far last.</summary>
    public void Commit()
    {
        database.Guard(() =>
        {
            transaction.Commit();
            return true;
        });
        End();
    }

    /// <summary>Takes back what was not committed.</summary>
    public void Dispose()
    {
        if (isOpen)
        {
            try
            {
                transaction.Rollback();
            }
            catch (Exception error) when (error is DbException or InvalidOperationException)
            {
                // The database has rolled back by itself (a full disk, a lost connection): that is what was wanted, and the cause is on its way up.
            }

            End();
        }
    }

    private void End()
    {
        isOpen = false;
        transaction.Dispose();
        ended();
    }
}
