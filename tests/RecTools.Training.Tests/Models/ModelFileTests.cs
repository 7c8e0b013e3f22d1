using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Models as files: whole, or refused.</summary>
public sealed class ModelFileTests : IDisposable
{
    private readonly Shop shop = Shop.WithRatings();
    private readonly string folder = Directory.CreateTempSubdirectory("rectools-model-").FullName;

    private string FilePath => Path.Combine(folder, "shop.recmodel");

    public void Dispose()
    {
        shop.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_file_brings_the_model_to_another_name_with_its_answers()
    {
        shop.Train(Shop.Request("Als"));
        ModelFiles.Export(shop.Connection, "Shop", null, FilePath, overwrite: false);
        ModelFiles.Import(shop.Connection, "Copy", FilePath, overwrite: false, SilentObserver.Instance);
        Assert.Equal(Answer("Shop"), Answer("Copy"));
    }

    [Fact]
    public void One_changed_byte_anywhere_and_a_cut_are_refused_and_nothing_is_lost()
    {
        shop.Train(Shop.Request("Als"));
        ModelFiles.Export(shop.Connection, "Shop", null, FilePath, overwrite: false);
        var answer = Answer("Shop");
        var bytes = File.ReadAllBytes(FilePath);
        for (var place = 4; place < bytes.Length; place += 97)
        {
            var changed = (byte[])bytes.Clone();
            changed[place] ^= 1;
            Assert.Equal("ModelCorrupt", Refused(changed).ErrorId);
        }

        foreach (var length in new[] { 5, 35, 36, 37, bytes.Length / 2, bytes.Length - 1 })
        {
            var error = Refused(bytes[..length]);
            Assert.Equal("ModelCorrupt", error.ErrorId);
            Assert.Contains("was cut short or changed", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal("ModelUnreadable", Refused([1, 2, 3]).ErrorId);
        Assert.Equal("ModelUnreadable", Refused([]).ErrorId);
        Assert.Equal(answer, Answer("Shop"));
    }

    private RecException Refused(byte[] content)
    {
        File.WriteAllBytes(FilePath, content);
        return Assert.Throws<RecException>(() => ModelFiles.Import(shop.Connection, "Shop", FilePath, overwrite: true, SilentObserver.Instance));
    }

    private IEnumerable<(object, float)> Answer(string name) =>
        ModelServer.Open(shop.Connection, name, null, default).ForLists().Recommend(3, 5, 0).Select(row => (row.ItemId, row.Score));
}
