namespace RecTools;

/// <summary>One measured quality.</summary>
/// <param name="Split">Which rows it was measured on, such as <c>Holdout</c>; <c>Model</c> for facts of the model itself, such as how many rules it has.</param>
/// <param name="Name">Metric: <c>RMSE</c>, <c>MAE</c>, <c>Precision</c>, <c>Recall</c>, <c>nDCG</c>, <c>HitRate</c>, <c>MAP</c>, <c>MAP@k</c> or <c>Coverage</c>.</param>
/// <param name="K">Length of the list for ranking metrics; null for the others.</param>
/// <param name="Value">The figure, averaged over users for ranking metrics and over rows for rating errors.</param>
/// <param name="Lower">Lower end of the 95 % bootstrap interval over users.</param>
/// <param name="Upper">Upper end of the 95 % bootstrap interval over users.</param>
public sealed record MetricValue(string Split, string Name, int? K, double Value, double? Lower, double? Upper);
