using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RecTools.Algorithms;

/// <summary>
/// Large arrays for which Linux is asked to use pages of 2 MB instead of 4 KB. The first touch of a page costs a fault, which a virtual machine pays dearly
/// (15 microseconds have been measured, most of a second for 200 MB), and vectors gathered from all over a large array need their pages looked up.
/// </summary>
/// <remarks>It is advice alone: contents are the same, and where the system does not take it, or is another one, so is everything else.</remarks>
public static unsafe partial class LargePages
{
    private const int WorthAdvice = 1 << 20;
    private const nuint SmallPage = 1 << 12;
    private const int AdviseHugePage = 14;

    /// <summary>An array that may hold anything.</summary>
    public static T[] Uninitialized<T>(int length)
        where T : unmanaged
    {
        var array = GC.AllocateUninitializedArray<T>(length);
        Advise(array);
        return array;
    }

    /// <summary>An array of zeros.</summary>
    public static T[] Zeroed<T>(int length)
        where T : unmanaged
    {
        var array = new T[length];
        Advise(array);
        return array;
    }

    private static void Advise<T>(T[] array)
        where T : unmanaged
    {
        var bytes = (long)array.Length * sizeof(T);
        if (bytes < WorthAdvice || !OperatingSystem.IsLinux())
        {
            return;
        }

        // Neighbours on the first and the last small page get the advice too, which harms nobody.
        fixed (T* start = array)
        {
            var from = (nuint)start & ~(SmallPage - 1);
            var to = ((nuint)start + (nuint)bytes + SmallPage - 1) & ~(SmallPage - 1);
            _ = MAdvise(from, to - from, AdviseHugePage);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MAdvise(nuint address, nuint length, int advice);
}
