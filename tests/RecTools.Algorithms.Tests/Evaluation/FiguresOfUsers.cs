using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Figures of users as a test wants them.</summary>
internal static class FiguresOfUsers
{
    public const string Mean = "Mean";
    public const string Rmse = "RMSE";

    /// <summary>A mean over users, numbered from 0.</summary>
    public static UserFigures Means(params double[] values) =>
        new([.. Enumerable.Range(0, values.Length)], 10, [new UserMetric(Mean, 0, null)], Sums(1, values));

    /// <summary>A root of a mean over rows.</summary>
    /// <param name="users">Sum of squares of each user, and number of rows.</param>
    public static UserFigures Errors(params (double Squares, double Rows)[] users) => new(
        [.. Enumerable.Range(0, users.Length)], null, [new UserMetric(Rmse, 0, 1) { FromMean = Math.Sqrt }],
        Sums(2, [.. users.SelectMany(user => new[] { user.Squares, user.Rows })]));

    /// <summary>A table of what users add to figures.</summary>
    /// <param name="columns">Numbers for each user.</param>
    /// <param name="rows">Row after row.</param>
    public static PerUserSums Sums(int columns, params double[] rows)
    {
        var sums = new PerUserSums(columns, rows.Length / columns);
        for (var row = 0; row < sums.UserCount; row++)
        {
            rows.AsSpan(row * columns, columns).CopyTo(sums.Of(row));
        }

        return sums;
    }
}
