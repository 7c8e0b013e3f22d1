namespace RecTools.Training;

/// <summary>Sums the lines of each customer as they stream by. Amounts are decimal numbers: their sum does not depend on the order of the lines.</summary>
internal sealed class CustomerTotals
{
    // More categories than these would take more memory than they are worth.
    private const int MostCategories = 200;
    private readonly List<Total> totals = [];
    private readonly TextCodes categories = new();
    private readonly Dictionary<(int Customer, int Category), decimal> amountOf = [];
    private int[] place = [];

    /// <summary>The latest date.</summary>
    public DateTime LastDate { get; private set; }

    /// <summary>Adds a line.</summary>
    /// <param name="customer">Code of the customer.</param>
    /// <param name="date">When.</param>
    /// <param name="amount">Its amount.</param>
    /// <param name="category">Its category; empty for none.</param>
    public void Add(int customer, DateTime date, decimal amount, string category)
    {
        if (customer == totals.Count)
        {
            totals.Add(new Total(0, date, date));
        }

        var old = totals[customer];
        totals[customer] = new Total(old.Amount + amount, date < old.First ? date : old.First, date > old.Last ? date : old.Last);
        LastDate = date > LastDate ? date : LastDate;
        if (category.Length > 0)
        {
            var key = (customer, categories.Code(category));
            amountOf[key] = amountOf.GetValueOrDefault(key) + amount;
        }
    }

    /// <summary>Says where the customers stand.</summary>
    /// <param name="placeOfCode">Place of each customer code.</param>
    public void Seal(int[] placeOfCode) => place = placeOfCode;

    /// <summary>For each customer the whole days from his last line to a date.</summary>
    public double[] DaysSinceLast(DateTime date) => Column(total => Math.Floor((date - total.Last).TotalDays));

    /// <summary>For each customer the whole days from his first line to a date.</summary>
    public double[] DaysSinceFirst(DateTime date) => Column(total => Math.Floor((date - total.First).TotalDays));

    /// <summary>For each customer the sum of his amounts.</summary>
    public double[] Amounts() => Column(total => (double)total.Amount);

    /// <summary>For each category the share of each customer's amounts, in the order of the categories.</summary>
    /// <param name="column">Name of the column of categories.</param>
    /// <param name="source">The source, for messages.</param>
    /// <exception cref="RecException"><c>TooManyCategories</c>.</exception>
    public IEnumerable<NumberColumn> CategoryShares(string column, InteractionSource source)
    {
        if (categories.Count > MostCategories)
        {
            throw new RecException(
                "TooManyCategories", RecErrorKind.Data, $"Column {column} of {source} has {categories.Count:N0} different values; category shares take {MostCategories} at most.",
                "Give a coarser -CategoryColumn.", column);
        }

        var (codes, amounts) = (amountOf.Keys.Select(key => key.Category).ToArray(), amountOf.Values.ToArray());
        var customers = amountOf.Keys.Select(key => key.Customer).ToArray();
        var texts = categories.Seal(codes);
        var shares = Array.ConvertAll(texts, _ => new double[totals.Count]);
        for (var i = 0; i < codes.Length; i++)
        {
            shares[codes[i]][place[customers[i]]] = (double)(amounts[i] / totals[customers[i]].Amount);
        }

        return texts.Select((text, i) => new NumberColumn(text, shares[i], column));
    }

    private double[] Column(Func<Total, double> compute)
    {
        var values = new double[totals.Count];
        for (var code = 0; code < values.Length; code++)
        {
            values[place[code]] = compute(totals[code]);
        }

        return values;
    }

    private readonly record struct Total(decimal Amount, DateTime First, DateTime Last);
}
