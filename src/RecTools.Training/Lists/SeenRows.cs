using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Which of the items that users have are not recommended to them again.</summary>
internal static class SeenRows
{
    /// <summary>The rows that are left out; null leaves out nothing.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="data">What users have, and when they got it.</param>
    /// <exception cref="RecException"><c>TimeColumnNeeded</c>.</exception>
    public static SparseMatrix? Of(ListRequest request, Interactions data)
    {
        switch (request.SeenItems)
        {
            case SeenItems.Exclude:
                return data.Matrix;
            case SeenItems.Allow:
                return null;
            default:
                var days = data.Days ?? throw RecException.Configuration(
                    "TimeColumnNeeded", $"-SeenAfterDays {request.SeenAfterDays} asks how long ago a user got an item, and the rows that the model learned from have no time.",
                    "Name the column with -TimeColumn when training, or choose -SeenItems Exclude or Allow.", request.SeenAfterDays);

                // Counted from the rows' last day and not from today, so that the same rows give the same lists tomorrow.
                var last = days.Length == 0 ? 0 : (long)days.Max() - request.SeenAfterDays;
                return data.Matrix.Where(entry => days[entry] > last, out _);
        }
    }
}
