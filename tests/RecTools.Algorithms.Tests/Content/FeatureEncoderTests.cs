using RecTools.Algorithms;

namespace RecTools.Tests;

public class FeatureEncoderTests
{
    [Fact]
    public void Numbers_are_told_in_deviations_from_the_mean_and_unknown_ones_are_0()
    {
        var features = FeatureEncoder.Encode([new NumberFeature("Price", [1, 3, double.NaN, 5])]);
        Assert.Equal(["Price"], features.Names.Select(name => name.ToString()));
        var deviation = Math.Sqrt(8 / 3.0);
        Assert.Equal([-2 / deviation, 0, 0, 2 / deviation], Dense(features)[0], (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Flags_stay_as_they_are() => Assert.Equal([0, 1, 1, 0], Dense(FeatureEncoder.Encode([new NumberFeature("Flag", [0, 1, 1, double.NaN])]))[0]);

    [Fact]
    public void Categories_and_lists_are_features_whose_rows_are_1_long_in_the_mean()
    {
        var features = FeatureEncoder.Encode(
        [
            new TextFeature("Genre", TextFeatureKind.Category, ["Film", "Book", null, " Film "]),
            new TextFeature("Tags", TextFeatureKind.List, ["a; b", "b", "", "c;b ;a"]),
        ]);
        Assert.Equal(["Genre=Book", "Genre=Film", "Tags=a", "Tags=b", "Tags=c"], features.Names.Select(name => name.ToString()));
        var dense = Dense(features);
        Assert.Equal([0, 1, 0, 0], dense[0]);
        Assert.Equal([1, 0, 0, 1], dense[1]);

        // Rows of 2, 1 and 3 tags: their mean square length is 2 before it is made 1.
        var level = 1 / Math.Sqrt(2);
        Assert.Equal([level, 0, 0, level], dense[2], (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal([level, level, 0, level], dense[3], (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void The_rarest_of_many_categories_are_one_feature_together()
    {
        string?[] texts = [.. Enumerable.Range(0, 150).SelectMany(i => Enumerable.Repeat($"c{i:000}", i < 100 ? 2 : 1))];
        var features = FeatureEncoder.Encode([new TextFeature("C", TextFeatureKind.Category, texts)]);
        Assert.Equal(FeatureEncoder.MostCategories + 1, features.Names.Length);
        Assert.Equal("C=(other)", features.Names[^1].ToString());
        Assert.Equal(50, Dense(features)[^1].Count(value => value > 0));
    }

    [Fact]
    public void Words_weigh_more_the_rarer_they_are_and_rows_have_length_1()
    {
        var features = FeatureEncoder.Encode([new TextFeature("Title", TextFeatureKind.Words, ["The Lion King (1994)", "the king", "The alien 1994", null])]);
        Assert.Equal(["Title=1994", "Title=king", "Title=the"], features.Names.Select(name => name.ToString()));
        var dense = Dense(features);
        for (var row = 0; row < 3; row++)
        {
            Assert.Equal(1, dense.Sum(feature => feature[row] * feature[row]), 1e-5);
        }

        // ln((1 + 4) / (1 + 2)) + 1 against ln((1 + 4) / (1 + 3)) + 1
        Assert.Equal((Math.Log(5 / 3.0) + 1) / (Math.Log(5 / 4.0) + 1), dense[1][1] / dense[2][1], 1e-5);
        Assert.Equal(0, dense[2][3]);
    }

    [Fact]
    public void What_is_the_same_everywhere_is_no_feature()
    {
        var features = FeatureEncoder.Encode([new NumberFeature("N", [2, 2]), new TextFeature("C", TextFeatureKind.Category, ["x", "x"]), new NumberFeature("P", [1, 2])]);
        Assert.Equal(["P"], features.Names.Select(name => name.ToString()));
    }

    [Fact]
    public void Columns_of_unequal_length_are_refused() =>
        Assert.Throws<ArgumentException>(() => FeatureEncoder.Encode([new NumberFeature("N", [1]), new NumberFeature("M", [1, 2])]));

    private static double[][] Dense(EntityFeatures features)
    {
        var dense = features.Names.Select(_ => new double[features.Matrix.RowCount]).ToArray();
        for (var row = 0; row < features.Matrix.RowCount; row++)
        {
            for (var i = features.Matrix.RowStart[row]; i < features.Matrix.RowStart[row + 1]; i++)
            {
                dense[features.Matrix.Column[i]][row] = features.Matrix.Value[i];
            }
        }

        return dense;
    }
}
