using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Reads what describes customers, from rows that are customers or from lines of orders.</summary>
internal static class FeatureReader
{
    /// <summary>Reads a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="request">Which features are asked for.</param>
    /// <param name="duplicates">What to do with several rows of a customer, where rows are customers.</param>
    /// <param name="maxRejected">Rows that may be set aside: a count when 1 or more, a share of the rows read when below 1.</param>
    /// <param name="database">The database; may be null for a file.</param>
    /// <param name="budget">The memory that may be used.</param>
    /// <param name="observer">Hears progress and warnings.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RecException">As the parts throw: <c>ColumnNotFound</c>, <c>FeatureNotNumeric</c>, <c>DuplicateCustomers</c>, <c>TooManyRejected</c> ...</exception>
    public static (FeatureTable Table, RowTally Rows) Read(
        InteractionSource source, FeatureRequest request, DuplicatePolicy duplicates, double maxRejected, Database? database, MemoryBudget budget, IRunObserver observer,
        CancellationToken cancellation)
    {
        var policy = new LinePolicy().As(database);
        Action<long> Heartbeat(long bytesPerRow) => rows =>
        {
            budget.CheckRows(rows, bytesPerRow);
            observer.Progress("Read", rows, 0);
        };
        if (request.FromOrders is not null)
        {
            using var lines = SourceOpener.Open(source, database, columns => OrderColumns.Pick(source, request, columns).Needed, cancellation);
            var orders = new OrderReader(source, request, lines, OrderColumns.Pick(source, request, lines.Columns), source.IsUntyped, policy);
            return (orders.Read(maxRejected, Heartbeat(OrderReader.BytesPerRow), observer, cancellation), orders.Rows);
        }

        var numeric = source.IsUntyped ? FindNumeric(source, cancellation) : null;
        bool IsNumeric(IReadOnlyList<ColumnSpec> columns, int place) => numeric?[place] ?? columns[place].Kind is CellKind.Int64 or CellKind.Float64;
        CustomerColumns Pick(IReadOnlyList<ColumnSpec> columns) => CustomerColumns.Pick(source, request, columns, place => IsNumeric(columns, place));
        using var rows = SourceOpener.Open(source, database, columns => Pick(columns).Needed, cancellation);
        var customers = new CustomerReader(source, request, rows, Pick(rows.Columns), source.IsUntyped, policy);
        return (customers.Read(duplicates, maxRejected, Heartbeat(customers.BytesPerRow), observer, cancellation), customers.Rows);
    }

    /// <summary>SHA-256 over ids and features in canonical order, in hexadecimal.</summary>
    public static string ComputeHash(IdSet customers, FeatureSpace space, double[][] raw)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < customers.Count; i++)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{customers.Text(i)}\n"));
        }

        for (var i = 0; i < raw.Length; i++)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{space.Features[i].Name}\n"));
            hash.AppendData(MemoryMarshal.AsBytes(raw[i].AsSpan()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static bool[] FindNumeric(InteractionSource source, CancellationToken cancellation)
    {
        using var rows = SourceOpener.Open(source, null, _ => [], cancellation);
        return NumericColumns.Find(rows);
    }
}
