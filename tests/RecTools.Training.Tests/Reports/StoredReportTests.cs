using System.Text.Json;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Reports of what a database knows.</summary>
public class StoredReportTests
{
    [Fact]
    public void A_stored_recommender_tells_its_run_its_rows_and_a_few_lists()
    {
        using var shop = Shop.WithRatings();
        var run = shop.Train(Shop.Request("Als", model: "Films"));
        var json = Json(shop, new ReportRequest { Path = "", ModelName = "Films" });
        var sections = json.GetProperty("sections");
        Assert.Equal(run.RunId, Fact(sections, "provenance", "runId").GetInt64());
        Assert.Equal(run.ResultHash, Fact(sections, "provenance", "resultHash").GetString());
        Assert.Equal(run.UserCount, Fact(sections, "data", "users").GetInt32());
        Assert.Equal(15, sections.GetProperty("samples").GetProperty("blocks")[0].GetProperty("rows").GetArrayLength());
        Assert.NotEmpty(sections.GetProperty("settings").GetProperty("blocks")[0].GetProperty("rows").EnumerateArray());
        Assert.NotEmpty(sections.GetProperty("learning").GetProperty("blocks").EnumerateArray());
    }

    [Fact]
    public void What_a_run_gave_back_tells_its_stages_and_tables_too()
    {
        using var shop = Shop.WithRatings();
        var run = shop.Train(Shop.Request("Popularity", model: "Films"));
        var provenance = Json(shop, new ReportRequest { Path = "", Objects = [run] }).GetProperty("sections").GetProperty("provenance").GetProperty("blocks");
        Assert.Equal(["facts", "table", "table"], provenance.EnumerateArray().Select(block => block.GetProperty("type").GetString()));
        Assert.Equal(run.Published.Select(table => table.Name), provenance[2].GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("name").GetString()));
    }

    [Fact]
    public void A_run_or_model_that_is_not_there_is_named()
    {
        using var shop = Shop.WithRatings();
        Assert.Equal("RunNotFound", Assert.Throws<RecException>(() => Json(shop, new ReportRequest { Path = "", RunId = 77 })).ErrorId);
        Assert.Equal("ModelNotFound", Assert.Throws<RecException>(() => Json(shop, new ReportRequest { Path = "", ModelName = "Nothing" })).ErrorId);
    }

    private static JsonElement Fact(JsonElement sections, string section, string name) =>
        sections.GetProperty(section).GetProperty("blocks").EnumerateArray().First(block => block.GetProperty("type").GetString() == "facts").GetProperty("facts").GetProperty(name);

    private static JsonElement Json(Shop shop, ReportRequest request)
    {
        var path = Path.Combine(Path.GetDirectoryName(shop.FilePath)!, "report.json");
        ReportWriter.Write(request with { Path = path }, shop.Connection, SilentObserver.Instance, CancellationToken.None);
        return JsonDocument.Parse(File.ReadAllText(path)).RootElement;
    }
}
