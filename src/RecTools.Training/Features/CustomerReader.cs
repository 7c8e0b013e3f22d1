using RecTools.Data;

namespace RecTools.Training;

/// <summary>Reads a source with one row a customer.</summary>
internal sealed class CustomerReader
{
    private readonly InteractionSource source;
    private readonly FeatureRequest request;
    private readonly RowReader reader;
    private readonly CustomerColumns columns;
    private readonly IdColumn ids;
    private readonly ChunkedList<int> customers = new();
    private readonly ChunkedList<double>[] numbers;
    private readonly ChunkedList<int>[] categories;
    private readonly TextCodes[] texts;
    private readonly double[] row;
    private readonly bool[] everNumeric;
    private readonly string?[] notNumeric;

    /// <summary>Prepares to read.</summary>
    /// <param name="source">The source.</param>
    /// <param name="request">Which features are asked for.</param>
    /// <param name="reader">The rows.</param>
    /// <param name="columns">Which columns hold what.</param>
    /// <param name="untyped">Whether the rows know text only.</param>
    /// <param name="policy">When ids are equal.</param>
    public CustomerReader(InteractionSource source, FeatureRequest request, RowReader reader, CustomerColumns columns, bool untyped, LinePolicy policy)
    {
        this.source = source;
        this.request = request;
        this.reader = reader;
        this.columns = columns;
        ids = IdColumn.For(reader.Columns[columns.Customer], untyped, policy);
        numbers = [.. columns.Numbers.Select(_ => new ChunkedList<double>())];
        categories = [.. columns.Categories.Select(_ => new ChunkedList<int>())];
        texts = [.. columns.Categories.Select(_ => new TextCodes())];
        row = new double[numbers.Length];
        everNumeric = new bool[numbers.Length];
        notNumeric = new string?[numbers.Length];
    }

    /// <summary>Rows read and set aside.</summary>
    public RowTally Rows { get; } = new();

    /// <summary>Bytes that a row takes.</summary>
    public long BytesPerRow => 48 + (32L * numbers.Length) + (16L * categories.Length);

    /// <summary>Reads all rows.</summary>
    /// <exception cref="RecException"><c>FeatureNotNumeric</c>, <c>DuplicateCustomers</c> and what <see cref="RowTally.Check"/> throws.</exception>
    public FeatureTable Read(DuplicatePolicy duplicates, double maxRejected, Action<long>? heartbeat, IRunObserver observer, CancellationToken cancellation)
    {
        Rows.Run(reader, Take, heartbeat, cancellation);
        CheckNumeric();
        Rows.Check(source, customers.Count, maxRejected, "", observer);
        var set = ids.Seal(out var place);
        var customer = Array.ConvertAll(customers.Drain(), code => place[code]);
        var merger = new CustomerMerger(customer, set, source, duplicates);
        return new FeatureTable(
            set,
            [.. columns.Numbers.Select((column, i) => new NumberColumn(NameOf(column), merger.Merge(numbers[i].Drain())))],
            [.. columns.Categories.Select((column, i) => Category(NameOf(column), texts[i], categories[i].Drain(), merger))]);
    }

    private static CategoryColumn Category(string name, TextCodes texts, int[] codes, CustomerMerger merger)
    {
        var sorted = texts.Seal(codes);
        return new CategoryColumn(name, sorted, merger.Merge(codes));
    }

    private string? Take()
    {
        if (reader.Kind(columns.Customer) == CellKind.Null)
        {
            return "customer id is NULL";
        }

        for (var i = 0; i < row.Length; i++)
        {
            if (Number(i) is { } problem)
            {
                return problem;
            }
        }

        foreach (var column in columns.Categories)
        {
            if (reader.Kind(column) == CellKind.Null && request.Missing == MissingValues.SetAside)
            {
                return $"{NameOf(column)} is NULL";
            }
        }

        // The id comes last: a row set aside should not leave an id without a row behind.
        var code = ids.Code(reader, columns.Customer);
        if (code == IdColumn.Unusable)
        {
            return "customer id is of another type than its column";
        }

        customers.Add(code);
        for (var i = 0; i < row.Length; i++)
        {
            numbers[i].Add(row[i]);
        }

        for (var i = 0; i < categories.Length; i++)
        {
            var column = columns.Categories[i];
            categories[i].Add(reader.Kind(column) == CellKind.Null ? -1 : texts[i].Code(CellValue.Plain(reader, column).AsSpan().Trim()));
        }

        return null;
    }

    private string? Number(int i)
    {
        var column = columns.Numbers[i];
        if (reader.Kind(column) == CellKind.Null)
        {
            row[i] = double.NaN;
            return request.Missing == MissingValues.SetAside ? $"{NameOf(column)} is NULL" : null;
        }

        if (CellValue.ReadNumber(reader, column, out row[i]) is { } problem)
        {
            notNumeric[i] ??= CellValue.Plain(reader, column);
            return $"{NameOf(column)} {problem}";
        }

        everNumeric[i] = true;
        return float.IsFinite((float)row[i]) ? null : $"{NameOf(column)} is infinite or too large";
    }

    private void CheckNumeric()
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (notNumeric[i] is { } example && !everNumeric[i])
            {
                var name = NameOf(columns.Numbers[i]);
                throw RecException.Configuration(
                    "FeatureNotNumeric", $"Column {name} of {source} holds no numbers, but text such as '{example}'.",
                    $"Give -CategoricalFeature '{name}' if the texts are names, or convert it in -Query.", name);
            }
        }
    }

    private string NameOf(int column) => reader.Columns[column].Name;
}
