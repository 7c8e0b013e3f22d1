using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Settings and places of a space are two ways to say the same; the spaces that ship fit the options beside them.</summary>
public class SearchSpaceTests
{
    public static TheoryData<string> Names => [.. AlgorithmCatalog.Recommenders.Select(algorithm => algorithm.Name)];

    [Theory]
    [InlineData(0, 16L)]
    [InlineData(0.5, 64L)]
    [InlineData(1, 256L)]
    public void Whole_numbers_by_factors_lie_where_their_logarithm_says(double place, long value)
    {
        var dimension = new NumberDimension("Factors", 16, 256, Log: true, Step: 1);
        Assert.Equal(value, dimension.ValueAt(place));
        Assert.Equal(place, dimension.PlaceOf(value)!.Value, 1e-12);
    }

    [Fact]
    public void Fractions_have_three_digits_and_stay_within()
    {
        var dimension = new NumberDimension("Share", 0.0012345, 0.9, Log: true, Step: 0);
        Assert.Equal(0.0012345, dimension.ValueAt(0));
        Assert.Equal(0.9, dimension.ValueAt(1));
        var between = (double)dimension.ValueAt(0.37)!;
        Assert.Equal(between, double.Parse(between.ToString("G3", null), null));
        Assert.Equal(1, dimension.PlaceOf(7.5));
        Assert.Null(dimension.PlaceOf(null));
        Assert.Null(dimension.PlaceOf("much"));
    }

    [Fact]
    public void Multiples_are_kept()
    {
        var dimension = new NumberDimension("Width", 16, 256, Log: true, Step: 2);
        Assert.All(Enumerable.Range(0, 101), i => Assert.Equal(0, (long)dimension.ValueAt(i / 100.0)! % 2));
        Assert.Equal(121, dimension.ValueCount);
    }

    [Fact]
    public void Choices_are_found_whatever_their_case()
    {
        var dimension = new ChoiceDimension("Similarity", ["Cosine", "TfIdf", "Bm25"]);
        Assert.Equal("TfIdf", dimension.ValueAt(dimension.PlaceOf("tfidf")!.Value));
        Assert.Equal("Bm25", dimension.ValueAt(1));
        Assert.Null(dimension.PlaceOf("Jaccard"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shipped_space_lies_within_what_the_options_allow(string name)
    {
        var algorithm = AlgorithmCatalog.Recommenders.Single(own => own.Name == name);
        foreach (var aim in new[] { SearchAim.Lists, SearchAim.Ratings })
        {
            foreach (var dimension in SearchSpace.Of(algorithm.OptionsType, aim).Dimensions.OfType<NumberDimension>())
            {
                var property = algorithm.OptionsType.GetProperty(dimension.Name)!;
                var option = (OptionAttribute)Attribute.GetCustomAttribute(property, typeof(OptionAttribute))!;
                Assert.True(dimension.Minimum >= option.Minimum && dimension.Maximum <= option.Maximum, dimension.ToString());
                Assert.True(!dimension.Log || dimension.Minimum > 0, dimension.ToString());
                Assert.True(dimension.Maximum > dimension.Minimum, dimension.ToString());

                // What users get by default is worth a look too.
                if (property.GetValue(Fitted.DefaultOptions(algorithm)) is { } value)
                {
                    Assert.InRange(Convert.ToDouble(value, null), dimension.Minimum, dimension.Maximum);
                }
            }
        }
    }

    [Fact]
    public void What_is_wanted_of_a_model_decides_which_settings_are_varied()
    {
        var lists = SearchSpace.Of(typeof(ItemKnnOptions), SearchAim.Lists).Dimensions.Select(dimension => dimension.Name);
        var ratings = SearchSpace.Of(typeof(ItemKnnOptions), SearchAim.Ratings).Dimensions.Select(dimension => dimension.Name);
        Assert.Contains("Similarity", lists);
        Assert.DoesNotContain("Shrinkage", lists);
        Assert.Contains("Shrinkage", ratings);
        Assert.DoesNotContain("Saturation", ratings);
    }

    [Fact]
    public void Settings_left_open_are_decided_for_an_aim_and_others_stay()
    {
        var open = (ItemKnnOptions)new ItemKnn().AimedAt(new ItemKnnOptions { Neighbors = 7 }, SearchAim.Lists);
        Assert.Equal((NeighborSimilarity.Bm25, 7), (open.Similarity, open.Neighbors));
        var given = (ItemKnnOptions)new ItemKnn().AimedAt(new ItemKnnOptions { Similarity = NeighborSimilarity.Pearson }, SearchAim.Lists);
        Assert.Equal(NeighborSimilarity.Pearson, given.Similarity);
    }
}
