using RecTools.Data;

namespace RecTools.Training;

/// <summary>Ids that are two here and would be one to most databases of SQL Server.</summary>
internal static class TwinIds
{
    /// <summary>Warns of the first pair, where ids are compared letter by letter.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="role">What they are ids of.</param>
    /// <param name="observer">Hears the warning.</param>
    public static void Warn(IdSet ids, string role, IRunObserver observer)
    {
        if (ids.Kind != CellKind.Text || ids.Equality != default)
        {
            return;
        }

        var looser = new TextEquality(IgnoresTrailingBlanks: true, IgnoresCase: true);
        var seen = new Dictionary<string, string>(ids.Count, looser.Comparer);
        for (var i = 0; i < ids.Count; i++)
        {
            var key = looser.Canonical(ids.Text(i)).ToString();
            if (!seen.TryAdd(key, ids.Text(i)))
            {
                var (first, second) = (seen[key], ids.Text(i));
                var difference = looser.Canonical(first).SequenceEqual(key) ? "in blanks at their end" : "in capital and small letters";
                observer.Warning(
                    $"The {role} ids '{first}' and '{second}' differ {difference} only; here they are two, to SQL Server they would be one. There may be more.");
                return;
            }
        }
    }
}
