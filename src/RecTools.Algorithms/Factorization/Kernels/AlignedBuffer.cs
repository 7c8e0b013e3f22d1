using System.Runtime.InteropServices;

namespace RecTools.Algorithms;

/// <summary>Numbers that do not move and begin at a cache line, so that wide loads do not straddle two; starts with zeros.</summary>
internal sealed unsafe class AlignedBuffer
{
    private const int Alignment = 64;
    private readonly float[] numbers;

    /// <summary>Makes room.</summary>
    public AlignedBuffer(int length)
    {
        numbers = GC.AllocateArray<float>(length + (Alignment / sizeof(float)), pinned: true);
        var address = (nint)Marshal.UnsafeAddrOfPinnedArrayElement(numbers, 0);
        Start = (float*)((address + Alignment - 1) & ~(nint)(Alignment - 1));
        Length = length;
    }

    /// <summary>First number; valid as long as this object is.</summary>
    public float* Start { get; }

    /// <summary>How many.</summary>
    public int Length { get; }

    /// <summary>All of them.</summary>
    public Span<float> Span => new(Start, Length);
}
