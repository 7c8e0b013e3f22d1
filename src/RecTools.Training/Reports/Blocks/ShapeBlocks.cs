namespace RecTools.Training;

/// <summary>Whether predicted ratings are right on average, and what popular items hold of the lists: of one model or of several.</summary>
internal static class ShapeBlocks
{
    /// <summary>Predicted against actual ratings; null where no model predicts any.</summary>
    public static FigureBlock? Calibration(IReadOnlyList<ModelMeasurement> models)
    {
        var raters = models.Where(model => model.Calibration.Length > 1).ToList();
        return raters.Count == 0 ? null : new FigureBlock(
            new LineData
            {
                Title = "Are predicted ratings right on average?",
                LabelX = "Mean predicted rating", LabelY = "Mean actual rating", HasDiagonal = true, Noun = "test rows",
                Lines = [.. raters.Select(model => new LineSeries(
                    model.Name, [.. model.Calibration.Select(bin => bin.MeanPredicted)], [.. model.Calibration.Select(bin => bin.MeanActual)]))],
            },
            new TableBlock(
                "Test rows by their predicted rating",
                [
                    new("model", "Model"), new("from", "Predicted from", CellFormat.Number), new("to", "To", CellFormat.Number), new("count", "Test rows", CellFormat.Count),
                    new("predicted", "Mean predicted", CellFormat.Number), new("actual", "Mean actual", CellFormat.Number),
                ],
                [.. raters.SelectMany(model => model.Calibration.Select(bin => new object?[] { model.Name, bin.From, bin.To, bin.Count, bin.MeanPredicted, bin.MeanActual }))]));
    }

    /// <summary>What popular items hold of the rows and of the lists; null where no model makes lists.</summary>
    public static FigureBlock? LongTail(IReadOnlyList<ModelMeasurement> models)
    {
        var rankers = models.Where(model => model.LongTail.Length > 1).ToList();
        return rankers.Count == 0 ? null : new FigureBlock(
            new LineData
            {
                Title = "What popular items hold of the rows and of the lists",
                LabelX = "Share of the items, the most popular first", LabelY = "Share that they hold", IsShare = true, Noun = "items",
                Lines =
                [
                    LineOf("Rows learned from", rankers[0], point => point.RowShare),
                    .. rankers.Select(model => LineOf($"Lists of {model.Name}", model, point => point.ListShare)),
                ],
            },
            new TableBlock(
                "What the most popular items hold",
                [
                    new("model", "Model"), new("itemShare", "Of the items", CellFormat.Percent), new("rowShare", "Of the rows", CellFormat.Percent),
                    new("listShare", "Of the places in lists", CellFormat.Percent),
                ],
                [.. rankers.SelectMany(model => model.LongTail.Select(point => new object?[] { model.Name, point.ItemShare, point.RowShare, point.ListShare }))]));
    }

    private static LineSeries LineOf(string name, ModelMeasurement model, Func<LongTailPoint, double> share) =>
        new(name, [.. model.LongTail.Select(point => point.ItemShare)], [.. model.LongTail.Select(share)]);
}
