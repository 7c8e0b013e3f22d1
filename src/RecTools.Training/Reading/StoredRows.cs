using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>The rows that a stored model was fitted on, to be read like any others.</summary>
internal sealed class StoredRows : ResultRows
{
    private const int UserPlace = 0;
    private const int ItemPlace = 1;
    private readonly Interactions data;
    private readonly long[]? ticks;
    private readonly int valuePlace;
    private readonly int timePlace;
    private int user;
    private int entry = -1;

    private StoredRows(Interactions data, ColumnSpec[] columns)
        : base(new TableSpec(columns, []))
    {
        this.data = data;
        ticks = data.Days is { } days ? TimeScale.TicksOf(days) : null;
        timePlace = ticks is null ? -1 : columns.Length - 1;
        valuePlace = data.HasValues ? ItemPlace + 1 : -1;
    }

    /// <summary>Opens the rows of a model.</summary>
    /// <param name="source">Names it.</param>
    /// <param name="database">Where it is stored.</param>
    /// <exception cref="RecException"><c>ModelNotFound</c>, <c>NotARecommender</c> and what loading throws.</exception>
    public static StoredRows Open(InteractionSource source, Database database) => Of(StoredRecommender.Load(database, source.StoredModel!, source.StoredRun).Model);

    /// <summary>The rows of a model.</summary>
    public static StoredRows Of(StoredModel model)
    {
        var data = model.Data;
        List<ColumnSpec> columns = [data.Users.Column("UserId"), data.Items.Column("ItemId")];
        if (data.HasValues)
        {
            // What a column is called says how its values are read.
            columns.Add(new ColumnSpec(HoldsRatings(model) ? "Rating" : "Quantity", CellKind.Float64));
        }

        if (data.Days is not null)
        {
            columns.Add(new ColumnSpec("Time", CellKind.Time));
        }

        return new StoredRows(data, [.. columns]);
    }

    public override bool Read()
    {
        if (++entry >= data.Matrix.EntryCount)
        {
            return false;
        }

        while (data.Matrix.RowStart[user + 1] <= entry)
        {
            user++;
        }

        SetId(UserPlace, data.Users, user);
        SetId(ItemPlace, data.Items, data.Matrix.Column[entry]);
        if (valuePlace >= 0)
        {
            Set(valuePlace, (double)data.Matrix.Value[entry]);
        }

        if (timePlace >= 0)
        {
            Set(timePlace, ticks![entry]);
        }

        return true;
    }

    private static bool HoldsRatings(StoredModel model) => model.Recommender.PredictsRatings
        || (model.Source?.ValueColumn is { } name ? !ColumnPicker.HoldsCounts(name) : model.Algorithm.Feedback == FeedbackKind.Explicit);
}
