using RecTools.Data;

namespace RecTools.Tests;

public class FileLockTests
{
    [Fact]
    public void A_model_is_held_by_one_at_a_time_whatever_the_case_of_its_name()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("test.db");
        using (new FileLock(file, "Shop"))
        {
            var error = Assert.Throws<RecException>(() => new FileLock(file, "SHOP"));
            Assert.Equal(("ModelBusy", RecErrorKind.Busy), (error.ErrorId, error.Kind));
            new FileLock(file, "Other").Dispose();
        }

        new FileLock(file, "Shop").Dispose();
        Assert.Empty(Directory.GetFiles(folder.Root));
    }

    [Fact]
    public void A_file_left_by_a_dead_process_holds_nobody_up()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("test.db");
        string left;
        using (new FileLock(file, "Shop"))
        {
            left = Assert.Single(Directory.GetFiles(folder.Root));
        }

        File.WriteAllText(left, "");
        using var held = new FileLock(file, "Shop");
        Assert.Throws<RecException>(() => new FileLock(file, "Shop"));
    }

    [Fact]
    public async Task Many_who_want_it_at_once_have_it_one_after_the_other()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("test.db");
        var holders = 0;
        var most = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var taken = 0; taken < 40;)
            {
                try
                {
                    using var held = new FileLock(file, "Shop");
                    most = Math.Max(most, Interlocked.Increment(ref holders));
                    Thread.Yield();
                    Interlocked.Decrement(ref holders);
                    taken++;
                }
                catch (RecException busy) when (busy.ErrorId == "ModelBusy")
                {
                    Thread.Yield();
                }
            }
        })));
        Assert.Equal(1, most);
    }
}
