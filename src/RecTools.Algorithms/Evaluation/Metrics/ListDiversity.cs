namespace RecTools.Algorithms;

/// <summary>Diversity@k: 1 - likeness, mean over all pairs of items of a list, and then over users (Ziegler, McNee, Konstan and Lausen 2005).</summary>
internal static class ListDiversity
{
    /// <summary>Name in results.</summary>
    public const string Name = "Diversity";

    /// <summary>The mean over users whose list has two items or more; null if there is none.</summary>
    /// <param name="lists">Lists of the users measured; empty for the others.</param>
    /// <param name="likeness">How alike items are.</param>
    public static double? Measure(TopLists lists, IItemLikeness likeness)
    {
        var (sum, users) = (0d, 0);
        for (var user = lists.FirstUser; user < lists.FirstUser + lists.UserCount; user++)
        {
            var list = lists.Of(user);
            if (list.Length < 2)
            {
                continue;
            }

            double unlike = 0;
            for (var i = 1; i < list.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    unlike += 1 - likeness.Of(list[i].Item, list[j].Item);
                }
            }

            sum += unlike / (list.Length * (list.Length - 1) / 2);
            users++;
        }

        return users == 0 ? null : sum / users;
    }
}
