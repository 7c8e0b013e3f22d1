using RecTools.Algorithms;
using RecTools.Data;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>What describes items and users, as it comes from tables and files to the rows to learn from.</summary>
public sealed class EntityFeatureTests : IDisposable
{
    private readonly Shop shop = Shop.WithRatings(users: 30, items: 12);
    private readonly Listener listener = new();

    public EntityFeatureTests() => shop.Execute(
        """
        CREATE TABLE Product (ProductId int, Title text, Price real, Genre text, Tags text, Note text);
        INSERT INTO Product
        SELECT DISTINCT ItemId, 'Item number ' || ItemId, ItemId * 1.5, CASE ItemId % 3 WHEN 0 THEN 'Film' WHEN 1 THEN 'Book' END,
               CASE ItemId % 2 WHEN 0 THEN 'red|new' ELSE 'blue|new|old' END, 'a long text with the number ' || ItemId || ' in it and more words'
        FROM Rating;
        """);

    public void Dispose() => shop.Dispose();

    [Fact]
    public void Columns_are_looked_at_as_their_type_and_texts_say()
    {
        var features = Read().ItemFeatures!;
        Assert.Equal(12, features.Matrix.RowCount);
        var names = features.Names.Select(name => name.ToString()).ToList();
        Assert.Contains("Price", names);
        Assert.Superset(new HashSet<string> { "Genre=Film", "Genre=Book", "Tags=red", "Tags=blue", "Tags=new", "Note=more" }, names.ToHashSet());
        Assert.DoesNotContain("ProductId", names);
        Assert.Equal(4, Enumerable.Range(0, 12).Count(item => Value(features, item, "Genre=Book") > 0));
        Assert.Equal(6, Enumerable.Range(0, 12).Count(item => Value(features, item, "Tags=red") > 0));
    }

    [Fact]
    public void Columns_can_be_chosen_with_how_to_look_at_them()
    {
        string[] Names(params string[] features) => [.. Read(new FeatureSource { Table = "Product", Features = features }).ItemFeatures!.Names.Select(name => name.ToString())];
        Assert.Equal(["Price"], Names("Price"));
        Assert.Equal(["Genre=Book", "Genre=Film"], Names("Gen*"));
        Assert.Equal(["Tags=blue|new|old", "Tags=red|new"], Names("Tags:Category"));
        Assert.Contains("Price=1.5", Names("Price:Category"));
        Assert.Contains("Title=number", Names("Title:words"));
        Assert.Equal("FeatureKindUnknown", Fails(new FeatureSource { Table = "Product", Features = ["Price:Dear"] }).ErrorId);
        Assert.Contains("Did you mean 'Price'?", Fails(new FeatureSource { Table = "Product", Features = ["Pryce"] }).Action, StringComparison.Ordinal);
        Assert.Equal("ColumnNotFound", Fails(new FeatureSource { Table = "Product", Features = ["X*"] }).ErrorId);
    }

    [Fact]
    public void Items_of_the_table_alone_belong_into_the_model_where_the_algorithm_can_use_them()
    {
        shop.Execute("INSERT INTO Product VALUES (900, 'New', 3, 'Film', 'red', NULL)");
        Assert.Equal(13, Read(algorithm: "ContentBased").Items.Count);
        Assert.Equal(12, Read(algorithm: "Als").Items.Count);
        var data = Read(algorithm: "ContentBased");
        Assert.Equal(0, data.Matrix.Transpose().CountOf(data.Items.Find(900)));
        Assert.Equal("New", data.ItemNames![data.Items.Find(900)]);
    }

    [Fact]
    public void Items_without_a_row_are_named_and_unknown_values_are_no_feature()
    {
        shop.Execute("DELETE FROM Product WHERE ProductId IN (3, 4); UPDATE Product SET Price = NULL WHERE ProductId = 5");
        var data = Read();
        Assert.Contains("2 of 12 items are not in table Product, such as '3'; nothing describes them.", listener.Warnings);
        Assert.Equal(0, data.ItemFeatures!.Matrix.CountOf(data.Items.Find(3)));
        Assert.Equal(0, Value(data.ItemFeatures, data.Items.Find(5), "Price"));
    }

    [Fact]
    public void Rows_without_an_id_or_with_a_wrong_number_are_set_aside_aloud()
    {
        shop.Execute("INSERT INTO Product VALUES (NULL, 'None', 3, 'Film', 'red', NULL)");
        Read();
        Assert.Contains(listener.Warnings, warning => warning.StartsWith("1 of 13 rows of table Product were set aside: 1 x item id is NULL", StringComparison.Ordinal));
        shop.Execute("DELETE FROM Product WHERE ProductId IS NULL; UPDATE Product SET Price = 'cheap' WHERE ProductId = 2");
        Read();
        Assert.Contains(listener.Warnings, warning => warning.Contains("1 x Price is not a number", StringComparison.Ordinal));
    }

    [Fact]
    public void Equal_rows_of_an_item_are_one_and_others_are_refused()
    {
        var before = Read().ComputeHash();
        shop.Execute("INSERT INTO Product SELECT * FROM Product WHERE ProductId < 6");
        Assert.Equal(before, Read().ComputeHash());
        shop.Execute("UPDATE Product SET Price = Price + 1 WHERE rowid = (SELECT MAX(rowid) FROM Product WHERE ProductId = 4)");
        var error = Fails();
        Assert.Equal("ItemFeaturesTwice", error.ErrorId);
        Assert.Equal("The item '4' has several rows in table Product that differ in Price.", error.Message);
        Assert.Contains("GROUP BY", error.Action, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_about_other_items_and_one_without_differences_are_refused()
    {
        shop.Execute("CREATE TABLE Other AS SELECT ProductId + 500 AS ProductId, Price FROM Product; CREATE TABLE Same AS SELECT ProductId, 5 AS Price FROM Product; CREATE TABLE Bare AS SELECT ProductId FROM Product");
        Assert.StartsWith("Not one of the 12 items of the rows to learn from is in table Other", Fails(new FeatureSource { Table = "Other" }, "ItemFeaturesUnknown").Message, StringComparison.Ordinal);
        Fails(new FeatureSource { Table = "Same" }, "ItemFeaturesConstant");
        Fails(new FeatureSource { Table = "Bare" }, "FeaturesMissing");
    }

    [Fact]
    public void The_order_of_the_rows_does_not_matter_and_the_features_do()
    {
        var before = Read().ComputeHash();
        shop.Execute("CREATE TABLE Turned AS SELECT * FROM Product ORDER BY ProductId DESC");
        Assert.Equal(before, Read(new FeatureSource { Table = "Turned" }).ComputeHash());
        shop.Execute("UPDATE Product SET Price = 99 WHERE ProductId = 5");
        Assert.NotEqual(before, Read().ComputeHash());
    }

    [Fact]
    public void A_file_describes_the_items_of_a_table_and_a_table_those_of_a_file()
    {
        var folder = Directory.CreateTempSubdirectory("rectools-features-").FullName;
        try
        {
            var file = Path.Combine(folder, "products.csv");
            File.WriteAllLines(file, ["ProductId,Price,Genre", .. Enumerable.Range(1, 12).Select(item => $"{item},{item * 2},{(item % 2 == 0 ? "Film" : "Book")}")]);
            Assert.Equal(["Price", "Genre=Book", "Genre=Film"], Read(new FeatureSource { Path = file }).ItemFeatures!.Names.Select(name => name.ToString()));
            var ratings = Path.Combine(folder, "ratings.csv");
            File.WriteAllLines(ratings, ["UserId,ItemId,Rating", .. Shop.Ratings(30, 12).Select(row => $"{row.User},{row.Item},{row.Rating}")]);
            var request = Request(new FeatureSource { Table = "Product" }, "Als") with { Source = new InteractionSource { Path = ratings } };
            Assert.Equal(12, ReadAll(request).Train.ItemFeatures!.Matrix.RowCount);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Users_are_described_too_and_none_are_added()
    {
        shop.Execute("CREATE TABLE Customer (CustomerId int, Age int, City text); INSERT INTO Customer SELECT DISTINCT UserId, 20 + UserId, 'city ' || (UserId % 3) FROM Rating; INSERT INTO Customer VALUES (999, 3, 'city 1')");
        var data = ReadAll(Request(null, "BayesianFactorization") with { UserFeatures = new FeatureSource { Table = "Customer" } }).Train;
        Assert.Equal((30, 30), (data.Users.Count, data.UserFeatures!.Matrix.RowCount));
        Assert.Contains("City=city 2", data.UserFeatures.Names.Select(name => name.ToString()));
    }

    [Fact]
    public void Algorithms_that_need_features_say_so_and_groups_of_customers_have_their_own()
    {
        Assert.Equal("ItemFeaturesNeeded", shop.Fails(Shop.Request("ContentBased")).ErrorId);
        Assert.Equal("ItemFeaturesUnused", shop.Fails(Shop.Request("KMeans") with { ItemFeatures = new FeatureSource { Table = "Product" } }).ErrorId);
        var unused = shop.Fails(Shop.Request("Als") with { UserFeatures = new FeatureSource { Table = "Customer" } });
        Assert.Equal(("UserFeaturesUnused", "table Customer"), (unused.ErrorId, unused.Target));
        Assert.Contains("or use BayesianFactorization", unused.Action, StringComparison.Ordinal);
        Assert.Equal("SourceUnclear", shop.Fails(Shop.Request("Als") with { ItemFeatures = new FeatureSource { Table = "Product", Query = "SELECT 1" } }).ErrorId);
    }

    [Fact]
    public void What_is_of_no_use_is_said_aloud()
    {
        shop.Execute("ALTER TABLE Product ADD Shop text; UPDATE Product SET Shop = 'here'");
        shop.Train(Request(new FeatureSource { Table = "Product" }, "Als"), listener);
        Assert.Contains("Als does not look at features of items; table Product gives their names alone.", listener.Warnings);
        Assert.Contains("Nothing in table Product likens or tells items apart by Shop: left out.", listener.Warnings);
        listener.Warnings.Clear();
        shop.Train(Request(new FeatureSource { Table = "Product", Features = ["Genre"] }, "ContentBased"), listener);
        Assert.DoesNotContain(listener.Warnings, warning => warning.Contains("Product", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_is_rather_a_name_than_a_description()
    {
        shop.Execute("ALTER TABLE Product ADD Description text; UPDATE Product SET Description = 'A whole sentence.'");
        Assert.Equal("Item number 1", Read().ItemNames![0]);
    }

    [Fact]
    public void A_filter_may_be_a_condition_on_the_table_of_the_items()
    {
        shop.Train(Shop.Request("Als") with { ItemFeatures = new FeatureSource { Table = "Product" }, Lists = new ListRequest { ItemFilter = "Price > 6 AND Genre IS NOT NULL" } });
        Assert.Equal(0L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Recommendation JOIN Product ON ProductId = ItemId WHERE NOT (Price > 6 AND Genre IS NOT NULL)"));
    }

    [Fact]
    public void Content_explains_by_feature_in_what_is_published_and_answered()
    {
        shop.Execute("INSERT INTO Product VALUES (900, 'New', 3, 'Film', 'red', NULL)");
        shop.Train(Shop.Request("ContentBased") with { ItemFeatures = new FeatureSource { Table = "Product", Features = ["Genre", "Tags", "Price"] }, EvidenceTop = 3, Top = 12 });
        Assert.True((long)shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Recommendation WHERE ItemId = 900")! > 20);
        Assert.Equal(0L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Recommendation WHERE ReasonKind <> 'Content'"));
        Assert.Equal(0L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Evidence WHERE ItemId IS NOT NULL OR Feature IS NULL"));
        var asked = ModelServer.Open(shop.Connection, "Shop", null, default).ForLists().Recommend(2, 1, 5)[0];
        Assert.StartsWith("because of ", asked.Reason, StringComparison.Ordinal);
        Assert.All(asked.Evidence!, part => Assert.Null(part.ItemId));
        Assert.Contains(asked.Evidence!, part => part.Feature!.StartsWith("Genre=", StringComparison.Ordinal) || part.Feature.StartsWith("Tags=", StringComparison.Ordinal) || part.Feature == "Price");
    }

    private static float Value(EntityFeatures features, int item, string name)
    {
        var place = features.Matrix.ColumnsOf(item).IndexOf(Array.FindIndex(features.Names, known => known.ToString() == name));
        return place < 0 ? 0 : features.Matrix.ValuesOf(item)[place];
    }

    private static TrainingRequest Request(FeatureSource? source, string algorithm) =>
        Shop.Request(algorithm) with { ItemFeatures = source };

    private Interactions Read(FeatureSource? source = null, string algorithm = "Als") => ReadAll(Request(source ?? new FeatureSource { Table = "Product" }, algorithm)).Train;

    private TrainingData ReadAll(TrainingRequest request)
    {
        var (algorithm, options) = RequestChecker.Check(request);
        using var database = Database.Open(shop.Connection);
        return TrainingData.Read(request, (IRecommenderAlgorithm)algorithm, options, database, new MemoryBudget(0), listener, new Workers());
    }

    private RecException Fails(FeatureSource? source = null, string? errorId = null)
    {
        var error = Assert.Throws<RecException>(() => Read(source));
        Assert.Equal(errorId ?? error.ErrorId, error.ErrorId);
        return error;
    }
}
