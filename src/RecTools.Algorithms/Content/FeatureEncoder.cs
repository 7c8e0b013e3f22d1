namespace RecTools.Algorithms;

/// <summary>
/// Turns columns into features of comparable weight: numbers by their distance from the mean in standard deviations, numbers that are 0 or 1 as they are,
/// categories and lists as 0 or 1 for each category, words by TF-IDF (Salton and Buckley 1988). What is not known is 0 throughout.
/// </summary>
/// <remarks>
/// The rows of each column are 1 long in the root mean square. A row of words has length 1 with the weight tf x (ln((1 + n) / (1 + df)) + 1), as scikit-learn has it;
/// words of one row alone are left out, since they liken it to nothing. Features follow the columns, and within one the ordinal order of their texts.
/// </remarks>
public static class FeatureEncoder
{
    /// <summary>Stands for the categories that are no feature of their own.</summary>
    public const string Others = "(other)";

    /// <summary>Categories of a column that become features, the most frequent; the others together are one more.</summary>
    public const int MostCategories = 100;

    /// <summary>Words of a column that become features, those of the most rows.</summary>
    public const int MostWords = 1000;

    /// <summary>Makes features.</summary>
    /// <param name="columns">The columns, all of one length.</param>
    /// <returns>A row for each item or user; columns in which all known values are equal make no features.</returns>
    /// <exception cref="ArgumentException">There is no column, or they are of unequal length.</exception>
    public static EntityFeatures Encode(IReadOnlyList<RawFeature> columns)
    {
        if (columns.Count == 0 || columns.Any(column => column.Count != columns[0].Count))
        {
            throw new ArgumentException("Features need columns of one length.", nameof(columns));
        }

        var names = new List<FeatureName>();
        var (row, feature, value) = (new List<int>(), new List<int>(), new List<float>());
        foreach (var column in columns)
        {
            var block = column is NumberFeature number ? Numbers(number) : Texts((TextFeature)column);
            row.AddRange(block.Rows);
            feature.AddRange(block.Columns.Select(own => names.Count + own));
            value.AddRange(block.Values);
            names.AddRange(block.Names);
        }

        return new EntityFeatures(SparseMatrix.FromEntries(columns[0].Count, names.Count, [.. row], [.. feature], [.. value]), [.. names]);
    }

    private static FeatureBlock Numbers(NumberFeature column)
    {
        var block = new FeatureBlock(column.Name);
        double[] known = [.. column.Values.Where(double.IsFinite)];
        if (known.Length == 0 || known.Max() == known.Min())
        {
            return block;
        }

        var scale = Array.TrueForAll(known, value => value is 0 or 1) ? new FeatureScale(false, 0, 1) : FeatureScale.Learn(known, FeatureScaling.ZScore);
        block.AddFeature("");
        for (var row = 0; row < column.Values.Length; row++)
        {
            if (double.IsFinite(column.Values[row]) && scale.Apply(column.Values[row]) is not 0 and var value)
            {
                block.Add(row, 0, value);
            }
        }

        return block;
    }

    private static FeatureBlock Texts(TextFeature column)
    {
        var separator = column.Kind == TextFeatureKind.List ? TextTerms.SeparatorOf(column.Values) : '|';
        var terms = Array.ConvertAll(column.Values, IReadOnlyList<string> (text) => string.IsNullOrWhiteSpace(text) ? [] : column.Kind switch
        {
            TextFeatureKind.Category => [text.Trim()],
            TextFeatureKind.List => TextTerms.Parts(text, separator),
            _ => TextTerms.Words(text),
        });
        var rowsWith = terms.SelectMany(own => own.Distinct(StringComparer.Ordinal)).CountBy(term => term, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        if (column.Kind == TextFeatureKind.Words)
        {
            return Words(column.Name, terms, rowsWith);
        }

        var known = terms.Count(own => own.Count > 0);
        return rowsWith.Count == 1 && rowsWith.Values.First() == known && known == terms.Length ? new FeatureBlock(column.Name) : Categories(column.Name, terms, rowsWith);
    }

    private static FeatureBlock Categories(string name, IReadOnlyList<string>[] terms, Dictionary<string, int> rowsWith)
    {
        var block = new FeatureBlock(name);
        var place = Pick(block, rowsWith, MostCategories);
        var hasOthers = place.Count < rowsWith.Count;
        if (hasOthers)
        {
            block.AddFeature(Others);
        }

        for (var row = 0; row < terms.Length; row++)
        {
            foreach (var feature in terms[row].Select(term => place.GetValueOrDefault(term, place.Count)).Distinct())
            {
                block.Add(row, feature, 1);
            }
        }

        block.Level();
        return block;
    }

    private static FeatureBlock Words(string name, IReadOnlyList<string>[] terms, Dictionary<string, int> rowsWith)
    {
        var block = new FeatureBlock(name);
        var place = Pick(block, rowsWith.Where(pair => pair.Value > 1), MostWords);
        for (var row = 0; row < terms.Length; row++)
        {
            (int Feature, double Weight)[] weights =
            [
                .. terms[row].Where(place.ContainsKey).CountBy(term => term, StringComparer.Ordinal)
                    .Select(pair => (place[pair.Key], pair.Value * (Math.Log((1.0 + terms.Length) / (1 + rowsWith[pair.Key])) + 1)))
                    .OrderBy(pair => pair.Item1),
            ];
            var length = Math.Sqrt(weights.Sum(pair => pair.Weight * pair.Weight));
            foreach (var (feature, weight) in weights)
            {
                block.Add(row, feature, weight / length);
            }
        }

        return block;
    }

    // The terms of the most rows, ties in ordinal order, as features in ordinal order.
    private static Dictionary<string, int> Pick(FeatureBlock block, IEnumerable<KeyValuePair<string, int>> rowsWith, int most)
    {
        var place = new Dictionary<string, int>(StringComparer.Ordinal);
        var frequent = rowsWith.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(most);
        foreach (var (term, _) in frequent.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            place.Add(term, place.Count);
            block.AddFeature(term);
        }

        return place;
    }
}
