using System.Globalization;
using System.Text.RegularExpressions;
using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Customers of real data sets as points.</summary>
internal static partial class RealPoints
{
    /// <summary>Income and spending score of the mall's customers, as they are.</summary>
    public static PointMatrix MallCustomers()
    {
        var rows = RealData.Lines("mall-customers/Mall_Customers.csv").Skip(1).Select(line => line.Split(','));
        return new PointMatrix(2, [.. rows.SelectMany(row => row[3..5]).Select(field => float.Parse(field, CultureInfo.InvariantCulture))]);
    }

    /// <summary>
    /// Recency, frequency and monetary value of the gift shop's customers: ln(1 + x), then z-scores with the population's deviation. Customers by their number.
    /// </summary>
    public static PointMatrix RecencyFrequencyMonetary()
    {
        var rows = Purchases().ToList();
        var end = rows.Max(row => row.Time).Date.AddDays(1);
        var customers = rows.GroupBy(row => row.Customer).OrderBy(group => group.Key).Select(group => new[]
        {
            (end - group.Max(row => row.Time)).Days,
            group.Select(row => row.Invoice).Distinct().Count(),
            group.Sum(row => row.Quantity * row.Price),
        }).ToList();
        var values = new float[3 * customers.Count];
        for (var feature = 0; feature < 3; feature++)
        {
            var logs = customers.Select(customer => Math.Log(1 + customer[feature])).ToArray();
            var mean = logs.Average();
            var deviation = Math.Sqrt(logs.Average(log => (log - mean) * (log - mean)));
            for (var customer = 0; customer < logs.Length; customer++)
            {
                values[(3 * customer) + feature] = (float)((logs[customer] - mean) / deviation);
            }
        }

        return new PointMatrix(3, values);
    }

    private static IEnumerable<(int Customer, string Invoice, DateTime Time, double Quantity, double Price)> Purchases()
    {
        foreach (var line in RealData.Lines("online-retail/OnlineRetail.csv.gz").Skip(1))
        {
            string[] fields = [.. Field().Matches(line).Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)];
            var (quantity, price) = (Number(fields[3]), Number(fields[5]));
            if (fields[6].Length > 0 && !fields[0].StartsWith('C') && quantity > 0 && price > 0)
            {
                yield return ((int)Number(fields[6]), fields[0], DateTime.Parse(fields[4], CultureInfo.InvariantCulture), quantity, price);
            }
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    // A field in quotes, in which two quotes stand for one, or one without.
    [GeneratedRegex("""(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))""")]
    private static partial Regex Field();
}
