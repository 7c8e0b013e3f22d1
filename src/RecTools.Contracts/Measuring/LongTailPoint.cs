namespace RecTools;

/// <summary>The most popular items up to a place, and what they hold of the training rows and of the lists.</summary>
/// <param name="ItemShare">Share of the items, most popular first, 0 to 1.</param>
/// <param name="RowShare">Share of the training rows that these items have.</param>
/// <param name="ListShare">Share of the places in lists that these items have.</param>
public sealed record LongTailPoint(double ItemShare, double RowShare, double ListShare);
