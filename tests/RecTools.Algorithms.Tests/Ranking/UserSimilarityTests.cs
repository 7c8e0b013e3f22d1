using RecTools.Algorithms;

namespace RecTools.Tests;

public class UserSimilarityTests
{
    public static TheoryData<string> Names => ["Embedding", "Als", "ImplicitAls", "UserKnn"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Users_of_the_same_planted_taste_are_the_most_alike(string name)
    {
        var (data, tasteOf) = PlantedTastes.Make(120, 60, 3, 5);
        var similarity = Assert.IsType<IUserSimilarity>(Fitted.Model(name, data), exactMatch: false);
        var right = 0.0;
        for (var user = 0; user < 120; user++)
        {
            var found = similarity.SimilarUsers(user, 5);
            Assert.Equal(5, found.Length);
            Assert.DoesNotContain(user, found.Select(entry => entry.User));
            Assert.Equal(found.OrderByDescending(entry => entry.Score).ThenBy(entry => entry.User), found);
            right += found.Count(entry => tasteOf[entry.User] == tasteOf[user]) / 5.0;
        }

        Assert.True(right / 120 > 0.8, $"{right / 120:P0} of the similar users are of the same taste");
        Assert.Empty(similarity.SimilarUsers(0, 0));
    }

    [Theory]
    [InlineData("Embedding")]
    [InlineData("Als")]
    [InlineData("ImplicitAls")]
    public void The_likeness_is_the_cosine_of_the_vectors(string name)
    {
        var model = Fitted.Model(name, PlantedTastes.Make(40, 30, 3, 5).Data);
        var vectors = (IVectorModel)model;
        Assert.Equal(vectors.UserVector(3).Length, vectors.ItemVector(7).Length);
        var user = ((IUserSimilarity)model).SimilarUsers(3, 1)[0];
        Assert.Equal(System.Numerics.Tensors.TensorPrimitives.CosineSimilarity(vectors.UserVector(3), vectors.UserVector(user.User)), user.Score, 1e-5f);
        var item = model.SimilarItems(7, 1)[0];
        Assert.Equal(System.Numerics.Tensors.TensorPrimitives.CosineSimilarity(vectors.ItemVector(7), vectors.ItemVector(item.Item)), item.Score, 1e-5f);
    }
}
