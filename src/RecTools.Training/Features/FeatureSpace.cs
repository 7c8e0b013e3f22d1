using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>How customers become points: which features count, and how each is brought to a common measure.</summary>
/// <param name="Features">The features, one for each dimension.</param>
internal sealed record FeatureSpace(IReadOnlyList<Feature> Features)
{
    // Unless the categories that become features are those of half of the customers, they say nothing of most.
    private const double LeastCovered = 0.5;

    /// <summary>Learns the space from customers.</summary>
    /// <param name="table">The customers.</param>
    /// <param name="request">How features are scaled, filled and bounded.</param>
    /// <param name="observer">Hears what was dropped.</param>
    /// <exception cref="RecException"><c>FeaturesConstant</c> or <c>TooManyCategories</c>.</exception>
    public static FeatureSpace Learn(FeatureTable table, FeatureRequest request, IRunObserver observer)
    {
        var scaling = request.Scaling != FeatureScaling.Auto ? request.Scaling
            : request.FromOrders is null ? FeatureScaling.ZScore : FeatureScaling.LogZScore;
        Feature[] candidates =
        [
            .. table.Numbers.Where(column => column.Whole is null).Select(column => new Feature(column.Name, "", FeatureKind.Number, default, 0)),
            .. table.Numbers.Where(column => column.Whole is not null).GroupBy(column => column.Whole!).SelectMany(whole => SharesOf(whole.Key, [.. whole], request)),
            .. table.Categories.SelectMany(column => CategoriesOf(column, request, observer)),
        ];
        var kept = new List<Feature>();
        var constant = new List<string>();
        foreach (var feature in candidates)
        {
            var raw = Raw(table, feature, candidates);
            double[] known = [.. raw.Where(double.IsFinite)];
            if (known.Length == 0 || known.Max() == known.Min())
            {
                constant.Add(feature.Name);
                continue;
            }

            var fill = request.Missing switch
            {
                MissingValues.Median => FeatureScale.Quantile([.. known.Order()], 0.5),
                MissingValues.Mean => FeatureScale.Mean(known),
                _ => 0,
            };
            var isCategory = feature.Kind is FeatureKind.Category or FeatureKind.OtherCategory;
            kept.Add(feature with { Fill = fill, Scale = isCategory ? FeatureScale.Category : FeatureScale.Learn(known, scaling) });
        }

        if (kept.Count == 0)
        {
            throw new RecException(
                "FeaturesConstant", RecErrorKind.Data, $"All {table.Customers.Count:N0} customers are equal in {string.Join(", ", constant)}, so there are no groups to find.",
                "Choose features in which customers differ.", string.Join(", ", constant));
        }

        if (constant.Count > 0)
        {
            observer.Warning($"The same for all customers, and left out: {string.Join(", ", constant)}.");
        }

        return new FeatureSpace(kept);
    }

    /// <summary>The features of customers in the unit of the source, one array a feature.</summary>
    public double[][] RawOf(FeatureTable table) =>
        [.. Features.Select(feature => Array.ConvertAll(Raw(table, feature, Features), value => double.IsFinite(value) ? value : feature.Fill))];

    /// <summary>Customers as points.</summary>
    /// <param name="raw">Their features as <see cref="RawOf"/> gives them.</param>
    public PointMatrix Place(double[][] raw)
    {
        var points = new float[raw[0].Length * raw.Length];
        for (var i = 0; i < raw.Length; i++)
        {
            var scale = Features[i].Scale;
            for (var customer = 0; customer < raw[i].Length; customer++)
            {
                points[(customer * raw.Length) + i] = (float)scale.Apply(raw[i][customer]);
            }
        }

        return new PointMatrix(raw.Length, points);
    }

    /// <summary>Writes the space.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Features.Count);
        foreach (var feature in Features)
        {
            writer.Write(feature.Column);
            writer.Write(feature.Value);
            writer.Write((byte)feature.Kind);
            writer.Write(feature.Scale.Logarithm);
            writer.Write(feature.Scale.Offset);
            writer.Write(feature.Scale.Scale);
            writer.Write(feature.Fill);
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public static FeatureSpace Load(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var features = new List<Feature>();
        for (var i = 0; i < count; i++)
        {
            features.Add(new Feature(
                reader.ReadString(),
                reader.ReadString(),
                (FeatureKind)reader.ReadByte(),
                new FeatureScale(reader.ReadBoolean(), reader.ReadDouble(), reader.ReadDouble()),
                reader.ReadDouble()));
        }

        return new FeatureSpace(features);
    }

    private static IEnumerable<Feature> SharesOf(string whole, NumberColumn[] shares, FeatureRequest request)
    {
        var frequent = shares.OrderByDescending(share => share.Values.Sum()).ThenBy(share => share.Name, StringComparer.Ordinal).Take(request.MaxCategories);
        var own = frequent.Select(share => new Feature(whole, share.Name, FeatureKind.Share, default, 0));
        return shares.Length <= request.MaxCategories ? own : own.Append(new Feature(whole, "", FeatureKind.OtherShare, default, 0));
    }

    private static IEnumerable<Feature> CategoriesOf(CategoryColumn column, FeatureRequest request, IRunObserver observer)
    {
        var counts = new int[column.Texts.Length];
        foreach (var code in column.Codes.Where(code => code >= 0))
        {
            counts[code]++;
        }

        int[] frequent = [.. Enumerable.Range(0, counts.Length).OrderByDescending(code => counts[code]).ThenBy(code => code).Take(request.MaxCategories)];
        var own = frequent.Select(code => new Feature(column.Name, column.Texts[code], FeatureKind.Category, default, 0));
        if (counts.Length <= request.MaxCategories)
        {
            return own;
        }

        var covered = (double)frequent.Sum(code => counts[code]) / Math.Max(1, counts.Sum());
        if (covered < LeastCovered)
        {
            throw new RecException(
                "TooManyCategories", RecErrorKind.Data,
                $"Column {column.Name} has {counts.Length:N0} different values, and the {frequent.Length:N0} most frequent are those of {covered:P1} of the customers only.",
                "Group them in -Query (a region instead of a town), or raise -MaxCategories.", column.Name);
        }

        observer.Warning(
            $"Column {column.Name} has {counts.Length:N0} different values; the {frequent.Length:N0} most frequent, those of {covered:P1} of the customers, are features, the others together one more (-MaxCategories).");
        return own.Append(new Feature(column.Name, "", FeatureKind.OtherCategory, default, 0));
    }

    // What a customer has in a feature; NaN where it is not known. What the table has and the space does not know is among the others.
    private static double[] Raw(FeatureTable table, Feature feature, IReadOnlyList<Feature> known)
    {
        HashSet<string> own = [.. known.Where(other => other.Column == feature.Column && other.Value.Length > 0).Select(other => other.Value)];
        switch (feature.Kind)
        {
            case FeatureKind.Number:
                return table.Numbers.First(column => column.Whole is null && column.Name == feature.Column).Values;
            case FeatureKind.Share or FeatureKind.OtherShare:
                var shares = table.Numbers.Where(column => column.Whole == feature.Column)
                    .Where(column => feature.Kind == FeatureKind.Share ? column.Name == feature.Value : !own.Contains(column.Name));
                var sum = new double[table.Customers.Count];
                foreach (var share in shares)
                {
                    for (var customer = 0; customer < sum.Length; customer++)
                    {
                        sum[customer] += share.Values[customer];
                    }
                }

                return sum;
            default:
                var column = table.Categories.First(column => column.Name == feature.Column);
                return Array.ConvertAll(column.Codes, code => code < 0 ? double.NaN
                    : feature.Kind == FeatureKind.Category ? (column.Texts[code] == feature.Value ? 1d : 0) : (own.Contains(column.Texts[code]) ? 0d : 1));
        }
    }
}
