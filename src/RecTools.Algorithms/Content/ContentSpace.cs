namespace RecTools.Algorithms;

/// <summary>Features of the items as tastes see them, and how tastes are learned.</summary>
internal sealed class ContentSpace
{
    private readonly EntityFeatures features;
    private readonly float mean;
    private readonly ContentBasedOptions options;
    private readonly float[] lengths;

    /// <summary>Prepares.</summary>
    /// <param name="features">Features of the items.</param>
    /// <param name="mean">The mean of all ratings.</param>
    /// <param name="options">Settings, with the profile chosen.</param>
    public ContentSpace(EntityFeatures features, float mean, ContentBasedOptions options)
    {
        this.features = features;
        this.mean = mean;
        this.options = options;
        lengths = Array.ConvertAll(features.Matrix.RowLengths(), length => (float)length);
        Items = IsRidge ? features.Matrix : Normalized();
        Scorer = new SparseScorer(Items);
        FeatureNames = Array.ConvertAll(features.Names, name => name.ToString());
    }

    /// <summary>Whether scores are expected ratings.</summary>
    public bool IsRidge => options.Profile == ContentProfile.Ridge;

    /// <summary>Items by features as tastes are multiplied with them.</summary>
    public SparseMatrix Items { get; }

    /// <summary>Scores.</summary>
    public SparseScorer Scorer { get; }

    /// <summary>What the features are called.</summary>
    public string[] FeatureNames { get; }

    /// <summary>Score of an item for nobody in particular.</summary>
    public float Level => IsRidge ? mean : 0;

    /// <summary>Something that learns tastes, for one thread.</summary>
    public IProfile MakeProfile() => IsRidge ? new RidgeProfile(Items, mean, options) : new CosineProfile(Items);

    /// <summary>The items most like one by the cosine of their features, best first, ties by number; those that share none are left out.</summary>
    public ScoredItem[] Similar(int item, int count)
    {
        if (count <= 0)
        {
            return [];
        }

        var matrix = features.Matrix;
        var byFeature = matrix.Transpose();
        var scores = new float[matrix.RowCount];
        for (var i = matrix.RowStart[item]; i < matrix.RowStart[item + 1]; i++)
        {
            var others = byFeature.ColumnsOf(matrix.Column[i]);
            var values = byFeature.ValuesOf(matrix.Column[i]);
            for (var j = 0; j < others.Length; j++)
            {
                scores[others[j]] = MathF.FusedMultiplyAdd(matrix.Value[i], values[j], scores[others[j]]);
            }
        }

        for (var other = 0; other < scores.Length; other++)
        {
            scores[other] = scores[other] > 0 ? Math.Min(1, scores[other] / (lengths[item] * lengths[other])) : float.NegativeInfinity;
        }

        var room = new ScoredItem[Math.Min(count, scores.Length - 1)];
        return room[..TopItems.Select(scores, [item], room)];
    }

    /// <summary>Writes everything.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(IsRidge);
        writer.Write(options.Regularization);
        writer.Write(options.InterceptRegularization);
        writer.Write(mean);
        features.Save(writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public static ContentSpace Load(BinaryReader reader)
    {
        var options = new ContentBasedOptions
        {
            Profile = reader.ReadBoolean() ? ContentProfile.Ridge : ContentProfile.Cosine,
            Regularization = reader.ReadDouble(),
            InterceptRegularization = reader.ReadDouble(),
        };
        var mean = reader.ReadSingle();
        return new ContentSpace(EntityFeatures.Load(reader), mean, options);
    }

    private SparseMatrix Normalized()
    {
        var values = new float[features.Matrix.EntryCount];
        for (var item = 0; item < lengths.Length; item++)
        {
            for (var i = features.Matrix.RowStart[item]; i < features.Matrix.RowStart[item + 1]; i++)
            {
                values[i] = lengths[item] > 0 ? features.Matrix.Value[i] / lengths[item] : 0;
            }
        }

        return features.Matrix.WithValues(values);
    }
}
