namespace RecTools;

/// <summary>What <c>Import-RecInteraction</c> did.</summary>
/// <param name="Table">Table that was written.</param>
/// <param name="RowsWritten">Rows written.</param>
/// <param name="RowsRejected">Rows set aside.</param>
/// <param name="Rejected">Rows set aside, by reason.</param>
/// <param name="Elapsed">Time taken.</param>
/// <param name="RowsPerSecond">Rows written a second.</param>
public sealed record ImportResult(
    string Table, long RowsWritten, long RowsRejected, RejectedRows[] Rejected, TimeSpan Elapsed, double RowsPerSecond);
