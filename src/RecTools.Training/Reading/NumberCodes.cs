using System.Numerics;

namespace RecTools.Training;

/// <summary>Numbers whole numbers as they first appear. Most ids are counted up from one, so small ones are looked up by their place in a table.</summary>
internal sealed class NumberCodes
{
    // 16 MB at most.
    private const int DirectLimit = 1 << 22;
    private readonly Dictionary<long, int> others = [];
    private readonly List<long> numbers = [];

    // One more than the code; 0 for none.
    private int[] direct = new int[1 << 10];

    /// <summary>Different numbers so far.</summary>
    public int Count => numbers.Count;

    /// <summary>Code of a number.</summary>
    public int CodeOf(long number)
    {
        if ((ulong)number < (ulong)direct.Length)
        {
            return direct[number] is > 0 and var known ? known - 1 : Add(ref direct[number]);
        }

        if (number is >= 0 and < DirectLimit)
        {
            Array.Resize(ref direct, (int)BitOperations.RoundUpToPowerOf2((uint)number + 1));
            return Add(ref direct[number]);
        }

        if (!others.TryGetValue(number, out var code))
        {
            others.Add(number, code = numbers.Count);
            numbers.Add(number);
        }

        return code;

        int Add(ref int place)
        {
            numbers.Add(number);
            place = numbers.Count;
            return place - 1;
        }
    }

    /// <summary>The numbers by their codes.</summary>
    public long[] ToArray() => [.. numbers];
}
