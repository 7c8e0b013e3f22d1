using System.Xml.Linq;
using RecTools.Reporting;

namespace RecTools.Tests;

/// <summary>What holds of every plot of a page, drawn for a wide screen and for a phone.</summary>
public class PagePlotTests
{
    public static TheoryData<string, bool> Names => [.. PagePlotSamples.All.Keys.SelectMany(name => new[] { (name, false), (name, true) })];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_covers_another_or_leaves_the_picture(string name, bool narrow)
    {
        var svg = Draw(name, narrow);

        // Names around a circle are turned by any angle; their boxes cannot be told by their corners.
        if (name.StartsWith("graph", StringComparison.Ordinal))
        {
            Assert.NotEmpty(svg.Texts);
            return;
        }

        var boxes = svg.Boxes;
        for (var i = 0; i < boxes.Count; i++)
        {
            Assert.True(boxes[i].Left >= -0.5 && boxes[i].Top >= 0 && boxes[i].Right <= svg.Size.Width + 0.5 && boxes[i].Bottom <= svg.Size.Height, $"{boxes[i]} is outside {svg.Size}.");
            Assert.DoesNotContain(boxes.Take(i), other => boxes[i].Covers(other));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_as_wide_as_the_screen_unless_its_columns_need_more(string name, bool narrow)
    {
        var svg = Draw(name, narrow);
        var room = narrow ? FigureLayout.Phone.Width : FigureLayout.Page.Width;
        Assert.True(svg.Size.Width == room || (svg.Size.Width > room && (name.StartsWith("heat map", StringComparison.Ordinal) || name.StartsWith("dendrogram", StringComparison.Ordinal) || name.StartsWith("matrix", StringComparison.Ordinal))), $"{svg.Size}");
        Assert.NotEmpty(svg.Title);
        Assert.NotEmpty(svg.Description);
    }

    [Fact]
    public void A_better_trial_raises_the_line_of_the_best_and_a_worse_one_does_not()
    {
        var data = (TrialData)PagePlotSamples.All["40 trials"]();
        Assert.Contains("best nDCG@10 0.4217 in number 40", PlotCatalog.FigureOf(data, FigureLayout.Page).Description, StringComparison.Ordinal);
        Assert.Contains("best nDCG@10 0.41 in number 1", PlotCatalog.FigureOf(data with { LowerIsBetter = true }, FigureLayout.Page).Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_graph_takes_rules_while_their_items_find_a_place()
    {
        PlotRule Rule(int number, string antecedent, string consequent) => new(number, [antecedent], [consequent], 0.1, 0.5, 2);
        var graph = new RuleGraphLayout([Rule(1, "a", "b"), Rule(2, "c", "d"), Rule(3, "b", "a"), Rule(4, "a", "c")], itemLimit: 3);
        Assert.Equal([1, 3, 4], graph.Rules.Select(rule => rule.Number));
        Assert.Equal(["a", "b", "c"], graph.Items.Order());
        Assert.Equal(3, graph.Lines.Count);
    }

    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 5)]
    [InlineData(new[] { 2.0, 2, 2 }, 1)]
    [InlineData(new double[0], 1)]
    public void Colours_part_the_values_into_fifths_as_far_as_they_differ(double[] values, int classes)
    {
        var scale = SequentialScale.Of(values);
        Assert.Equal(classes, scale.Key("Lift").Count);
        Assert.Equal(classes, Math.Max(1, values.Select(scale.ColorOf).Distinct().Count()));
    }

    private static SvgPlot Draw(string name, bool narrow) =>
        new(new XDocument(SvgPicture.DrawBody(PlotCatalog.FigureOf(PagePlotSamples.All[name](), narrow ? FigureLayout.Phone : FigureLayout.Page))));
}
