namespace RecTools.Algorithms;

/// <summary>Asks the part of a hybrid that adds most to a score what it rests on itself.</summary>
internal static class LeadingParts
{
    /// <summary>Notes in the first contribution to each score what its part rests on.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="user">The user; -1 for somebody new.</param>
    /// <param name="isOwnHistory">Whether the history is the one that the parts know the user by.</param>
    /// <param name="historyItems">Items of the history.</param>
    /// <param name="historyValues">Their values.</param>
    /// <param name="items">Items that are explained.</param>
    /// <param name="explained">For each item what the parts add, largest first.</param>
    public static void Ask(
        PartModels parts, int user, bool isOwnHistory, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items,
        Contribution[][] explained)
    {
        for (var part = 0; part < parts.Count; part++)
        {
            var (places, asked) = (new List<int>(), new List<int>());
            for (var i = 0; i < items.Length; i++)
            {
                if (explained[i] is [var first, ..] && first.Part == part)
                {
                    // Whether anything of the history speaks for an item decides only between what is popular and something better.
                    var kind = parts[part].KindOf(user, items[i], []);
                    explained[i][0] = first with { Kind = kind };
                    if (kind == ReasonKind.Popular)
                    {
                        places.Add(i);
                        asked.Add(items[i]);
                    }
                }
            }

            var own = asked.Count == 0 ? [] : parts[part].Explain(isOwnHistory ? user : -1, historyItems, historyValues, [.. asked], 1);
            for (var i = 0; i < own.Length; i++)
            {
                explained[places[i]][0] = explained[places[i]][0] with { Kind = parts[part].KindOf(user, asked[i], own[i]) };
            }
        }
    }
}
