namespace RecTools.Algorithms;

/// <summary>The features that one column becomes, while they are made.</summary>
/// <param name="column">What the column is called.</param>
internal sealed class FeatureBlock(string column)
{
    /// <summary>The names of the features.</summary>
    public List<FeatureName> Names { get; } = [];

    /// <summary>Item or user of each entry.</summary>
    public List<int> Rows { get; } = [];

    /// <summary>Feature of each entry, from 0 within the block.</summary>
    public List<int> Columns { get; } = [];

    /// <summary>Value of each entry.</summary>
    public List<float> Values { get; } = [];

    /// <summary>Adds a feature.</summary>
    /// <param name="value">The category or word; empty for a number.</param>
    public void AddFeature(string value) => Names.Add(new FeatureName(column, value));

    /// <summary>Adds an entry.</summary>
    public void Add(int row, int feature, double value)
    {
        Rows.Add(row);
        Columns.Add(feature);
        Values.Add((float)value);
    }

    /// <summary>Divides by the root mean square length of the rows that have entries, which then is 1: a column of many features counts like one of few.</summary>
    public void Level()
    {
        var squares = Values.Sum(value => (double)value * value);
        var rows = Rows.Distinct().Count();
        var scale = squares > 0 ? Math.Sqrt(rows / squares) : 1;
        for (var i = 0; i < Values.Count; i++)
        {
            Values[i] = (float)(Values[i] * scale);
        }
    }
}
