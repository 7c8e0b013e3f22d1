using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>Picks the best items of a list of scores: by score, ties by item number, so that the choice does not depend on anything else.</summary>
public static class TopItems
{
    private const int Lanes = 8;
    private const int BlockSize = 4 * Lanes;

    /// <summary>Fills <paramref name="best"/> with the best items, best first.</summary>
    /// <param name="scores">One score an item; NaN and negative infinity are never picked.</param>
    /// <param name="excluded">Items to leave out, ascending.</param>
    /// <param name="best">Room for the items to pick.</param>
    /// <returns>How many were picked: less than the room if there are not enough items.</returns>
    public static int Select(ReadOnlySpan<float> scores, ReadOnlySpan<int> excluded, Span<ScoredItem> best)
    {
        if (best.IsEmpty)
        {
            return 0;
        }

        var scan = new Scan { Excluded = excluded, Heap = new TopHeap(best) };
        ref var first = ref MemoryMarshal.GetReference(scores);
        var item = 0;

        // Once the room is full few items beat the worst one kept: whole blocks are passed over with four comparisons.
        for (; item <= scores.Length - BlockSize; item += BlockSize)
        {
            var threshold = Vector256.Create(scan.Heap.Threshold);
            var beats0 = Vector256.GreaterThan(Vector256.LoadUnsafe(ref first, (nuint)item), threshold);
            var beats1 = Vector256.GreaterThan(Vector256.LoadUnsafe(ref first, (nuint)(item + Lanes)), threshold);
            var beats2 = Vector256.GreaterThan(Vector256.LoadUnsafe(ref first, (nuint)(item + (2 * Lanes))), threshold);
            var beats3 = Vector256.GreaterThan(Vector256.LoadUnsafe(ref first, (nuint)(item + (3 * Lanes))), threshold);
            var any = (beats0 | beats1 | beats2 | beats3).AsInt32();
            if (any == Vector256<int>.Zero)
            {
                continue;
            }

            var bits = beats0.ExtractMostSignificantBits()
                | (beats1.ExtractMostSignificantBits() << Lanes)
                | (beats2.ExtractMostSignificantBits() << (2 * Lanes))
                | (beats3.ExtractMostSignificantBits() << (3 * Lanes));
            for (; bits != 0; bits &= bits - 1)
            {
                var candidate = item + BitOperations.TrailingZeroCount(bits);
                scan.Offer(candidate, scores[candidate]);
            }
        }

        for (; item < scores.Length; item++)
        {
            scan.Offer(item, scores[item]);
        }

        return scan.Heap.Sort();
    }

    /// <summary>Walks the excluded items beside the candidates, which come in ascending order too.</summary>
    private ref struct Scan
    {
        public ReadOnlySpan<int> Excluded;
        public TopHeap Heap;
        private int next;

        public void Offer(int item, float score)
        {
            if (!(score > Heap.Threshold))
            {
                return;
            }

            while (next < Excluded.Length && Excluded[next] < item)
            {
                next++;
            }

            if (next == Excluded.Length || Excluded[next] != item)
            {
                Heap.Add(item, score);
            }
        }
    }
}
