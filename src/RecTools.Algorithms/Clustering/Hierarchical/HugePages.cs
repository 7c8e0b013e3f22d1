using System.Runtime.InteropServices;

namespace RecTools.Algorithms;

/// <summary>
/// Memory for large tables that are read in any order. Where the system has pages of 2 MB (Linux, if asked), it is asked for them: a processor
/// keeps the addresses of a few thousand pages at hand, and every other read of a table of gigabytes waits for one.
/// </summary>
internal static unsafe class HugePages
{
    private const nuint PageSize = 1 << 21;
    private const int AdviceHugePage = 14;

    /// <summary>Makes room, not cleared, at the start of a page.</summary>
    public static void* Allocate(nuint bytes)
    {
        var memory = NativeMemory.AlignedAlloc(bytes, PageSize);
        if (OperatingSystem.IsLinux())
        {
            try
            {
                // Whether the system follows the advice changes speed alone.
                _ = Advise(memory, bytes, AdviceHugePage);
            }
            catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
            {
            }
        }

        return memory;
    }

    /// <summary>Gives the memory back.</summary>
    public static void Free(void* memory) => NativeMemory.AlignedFree(memory);

    [DllImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(void* address, nuint length, int advice);
}
