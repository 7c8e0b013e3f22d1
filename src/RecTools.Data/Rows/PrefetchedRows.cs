using System.Runtime.ExceptionServices;

namespace RecTools.Data;

/// <summary>Reads ahead on a thread of its own, so that whoever makes the rows and whoever takes them work at the same time.</summary>
public sealed class PrefetchedRows : RowReader
{
    private const int Batches = 3;
    private readonly RowReader inner;
    private readonly Thread thread;
    private readonly Queue<RowBatch> full = new();
    private readonly Queue<RowBatch> empty = new();
    private ExceptionDispatchInfo? error;
    private bool isStopped;
    private RowBatch? current;
    private int row = -1;

    /// <summary>Begins to read.</summary>
    /// <param name="inner">The rows; belongs to this reader from now on, and may only be looked at again once there are no more or this one is disposed.</param>
    public PrefetchedRows(RowReader inner)
    {
        this.inner = inner;
        Columns = inner.Columns;
        for (var i = 0; i < Batches; i++)
        {
            empty.Enqueue(new RowBatch(Columns.Count));
        }

        thread = new Thread(ReadAhead) { IsBackground = true, Name = "RecTools reader" };
        thread.Start();
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ColumnSpec> Columns { get; }

    /// <inheritdoc/>
    public override bool Read()
    {
        if (current is null || ++row >= current.Count)
        {
            return NextBatch();
        }

        return true;
    }

    /// <inheritdoc/>
    public override CellKind Kind(int column) => current!.Kind(row, column);

    /// <inheritdoc/>
    public override long GetInt64(int column) => current!.Number(row, column);

    /// <inheritdoc/>
    public override double GetDouble(int column) => BitConverter.Int64BitsToDouble(current!.Number(row, column));

    /// <inheritdoc/>
    public override ReadOnlySpan<char> GetText(int column) => current!.Text(row, column);

    /// <inheritdoc/>
    public override Guid GetGuid(int column) => current!.Guid(row, column);

    /// <inheritdoc/>
    public override long GetTicks(int column) => current!.Number(row, column);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> GetBytes(int column) => current!.Bytes(row, column);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        lock (full)
        {
            isStopped = true;
            Monitor.PulseAll(full);
        }

        thread.Join();
        inner.Dispose();
        base.Dispose(disposing);
    }

    private bool NextBatch()
    {
        if (current is not { IsLast: true })
        {
            lock (full)
            {
                if (current is not null)
                {
                    empty.Enqueue(current);
                    Monitor.PulseAll(full);
                }

                while (!full.TryDequeue(out current))
                {
                    Monitor.Wait(full);
                }
            }

            row = 0;
            if (current.Count > 0)
            {
                return true;
            }
        }

        error?.Throw();
        return false;
    }

    private void ReadAhead()
    {
        RowBatch? batch;
        do
        {
            lock (full)
            {
                while (!empty.TryDequeue(out batch) && !isStopped)
                {
                    Monitor.Wait(full);
                }

                if (isStopped)
                {
                    return;
                }
            }

            Fill(batch!);
            lock (full)
            {
                full.Enqueue(batch!);
                Monitor.PulseAll(full);
            }
        }
        while (!batch!.IsLast);
    }

    private void Fill(RowBatch batch)
    {
        try
        {
            batch.Fill(inner);
        }
#pragma warning disable CA1031 // It is thrown again where the rows are taken.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // The rows before it are no use to anybody: what has been read of a source that fails is not kept.
            error = ExceptionDispatchInfo.Capture(e);
            batch.Clear();
        }
    }
}
