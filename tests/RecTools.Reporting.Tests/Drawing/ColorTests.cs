using RecTools.Reporting;
using ScottPlot;

namespace RecTools.Tests;

/// <summary>Colours that must be told apart and read on.</summary>
public class ColorTests
{
    [Fact]
    public void Twenty_eight_clusters_differ_in_colour_or_mark()
    {
        var looks = Enumerable.Range(0, 28).Select(cluster => (ClusterPalette.ColorOf(cluster), ClusterPalette.MarkOf(cluster, 5, 1).Shape));
        Assert.Equal(28, looks.Distinct().Count());
    }

    [Fact]
    public void Deviations_diverge_from_zero_and_end_at_the_limit()
    {
        var scale = new DivergingScale(2);
        Assert.Equal(Color.FromHex("#F7F7F7"), scale.ColorOf(0));
        Assert.Equal(Color.FromHex("#67001F"), scale.ColorOf(2));
        Assert.Equal(scale.ColorOf(2), scale.ColorOf(50));
        Assert.Equal(Color.FromHex("#053061"), scale.ColorOf(-2));
        Assert.Equal(Color.FromHex("#FDDBC7"), scale.ColorOf(0.4));
        for (var deviation = 0.1; deviation <= 2; deviation += 0.1)
        {
            Assert.True(scale.ColorOf(deviation).R > scale.ColorOf(deviation).B);
            Assert.True(scale.ColorOf(-deviation).B > scale.ColorOf(-deviation).R);
        }
    }

    [Fact]
    public void Numbers_can_be_read_on_every_colour()
    {
        var scale = new DivergingScale(3);
        for (var deviation = -3.0; deviation <= 3; deviation += 0.05)
        {
            // 3 to 1 is what the web's accessibility guidelines ask of large text and of graphics.
            Assert.True(Contrast(scale.ColorOf(deviation), scale.TextColorOn(deviation)) >= 3.0, $"at {deviation}");
        }
    }

    private static double Contrast(Color one, Color other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    private static double Luminance(Color color)
    {
        static double Linear(byte value) => value <= 10 ? value / 255.0 / 12.92 : Math.Pow(((value / 255.0) + 0.055) / 1.055, 2.4);
        return (0.2126 * Linear(color.R)) + (0.7152 * Linear(color.G)) + (0.0722 * Linear(color.B));
    }
}
