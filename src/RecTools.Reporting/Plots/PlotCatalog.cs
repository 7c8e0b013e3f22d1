namespace RecTools.Reporting;

/// <summary>Which plot draws which data.</summary>
internal static class PlotCatalog
{
    /// <summary>The figure of the data.</summary>
    /// <exception cref="ArgumentException">The data do not fit together, or no plot draws their kind.</exception>
    public static Figure FigureOf(PlotData data, FigureLayout layout) => data switch
    {
        IntervalData intervals => IntervalPlot.FigureOf(intervals, layout),
        LineData lines => LinePlot.FigureOf(lines, layout),
        HistogramData histogram => HistogramPlot.FigureOf(histogram, layout),
        TrialData trials => TrialPlot.FigureOf(trials, layout),
        RuleScatterData rules => RuleScatterPlot.FigureOf(rules, layout),
        RuleMatrixData rules => RuleMatrixPlot.FigureOf(rules, layout),
        RuleGraphData rules => RuleGraphPlot.FigureOf(rules, layout),
        ScatterData points => ScatterPlot.FigureOf(points, layout),
        ProfileHeatMapData profile => ProfileHeatMapPlot.FigureOf(profile, layout),
        DendrogramData tree => DendrogramPlot.FigureOf(tree, layout),
        ClusterCountCurveData curve => ClusterCountCurvePlot.FigureOf(curve, layout),
        _ => throw new ArgumentException($"No plot draws {data.GetType().Name}.", nameof(data)),
    };
}
