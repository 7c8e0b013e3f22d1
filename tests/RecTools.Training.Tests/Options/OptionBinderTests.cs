using RecTools.Algorithms;
using RecTools.Training;

namespace RecTools.Tests;

public class OptionBinderTests
{
    [Theory]
    [InlineData("Width", 63, "Option Width of Embedding is 63; it must be 2 to 4096, divisible by 2.")]
    [InlineData("Width", 0, "Option Width of Embedding is 0; it must be 2 to 4096, divisible by 2.")]
    [InlineData("Layers", new[] { 32, -1 }, "Option Layers of Embedding is -1; it must be 1 to 4096.")]
    [InlineData("Layers", 0, "Option Layers of Embedding is 0; it must be 1 to 4096.")]
    [InlineData("BatchSize", 0, "Option BatchSize of Embedding is 0; it must be 1 to 1048576.")]
    [InlineData("LearningRate", 0.0, "Option LearningRate of Embedding is 0; it must be above 0 and up to 1000000.")]
    [InlineData("Dropout", 1.0, "Option Dropout of Embedding is 1; it must be 0 to 0.9.")]
    public void Sizes_that_no_network_can_have_are_refused_with_the_range(string name, object value, string message)
    {
        var error = Assert.Throws<RecException>(() => OptionBinder.Bind(new Embedding(), new Dictionary<string, object?> { [name] = value }));
        Assert.Equal(("OptionRange", message), (error.ErrorId, error.Message));
    }

    [Fact]
    public void A_list_of_widths_is_taken_as_it_is_and_its_default_shown()
    {
        var options = (EmbeddingOptions)OptionBinder.Bind(new Embedding(), new Dictionary<string, object?> { ["layers"] = new object[] { 64, "32" }, ["Width"] = "32" });
        Assert.Equal(32, options.Width);
        Assert.Equal([64, 32], options.Layers);
        Assert.Empty(((EmbeddingOptions)OptionBinder.Bind(new Embedding(), new Dictionary<string, object?> { ["Layers"] = Array.Empty<object>() })).Layers);
        Assert.Equal("64", OptionInfo.Of(typeof(EmbeddingOptions)).Single(option => option.Name == "Layers").DefaultText);
    }
}
