using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RecTools.Algorithms;

/// <summary>What the stored form of every model has in common: a header that says which algorithm wrote it, and arrays with their length.</summary>
/// <remarks>Numbers are little-endian, as on every platform that .NET supports for servers.</remarks>
internal static class ModelContent
{
    private const uint Mark = 0x4D636552; // "RecM"
    private const int PieceBytes = 1 << 20;

    /// <summary>Writes the header.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="algorithm">Name of the algorithm.</param>
    /// <param name="version">Version of what follows.</param>
    public static void WriteHeader(BinaryWriter writer, string algorithm, int version)
    {
        writer.Write(Mark);
        writer.Write(algorithm);
        writer.Write(version);
    }

    /// <summary>Checks the header and reads the model behind it.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="algorithm">Name that the header must have.</param>
    /// <param name="version">Version that it must have.</param>
    /// <param name="read">Reads what follows the header.</param>
    /// <exception cref="InvalidDataException">It is the content of something else, cut short or damaged.</exception>
    public static TModel Read<TModel>(BinaryReader reader, string algorithm, int version, Func<BinaryReader, TModel> read)
    {
        try
        {
            if (reader.ReadUInt32() != Mark || reader.ReadString() != algorithm)
            {
                throw new InvalidDataException($"The content is not a model of {algorithm}.");
            }

            var found = reader.ReadInt32();
            return found == version
                ? read(reader)
                : throw new InvalidDataException($"The content is a model of {algorithm} in version {found}; this program reads version {version}.");
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"The model of {algorithm} is cut short or damaged.", e);
        }
    }

    /// <summary>Reads a number that cannot be negative.</summary>
    /// <exception cref="InvalidDataException">It is negative.</exception>
    public static int ReadCount(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        return count >= 0 ? count : throw new InvalidDataException($"The model says that it holds {count} numbers.");
    }

    /// <summary>Writes an array behind its length.</summary>
    public static void WriteArray<T>(BinaryWriter writer, ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        writer.Write(numbers.Length);
        for (var rest = numbers; !rest.IsEmpty;)
        {
            var piece = rest[..Math.Min(rest.Length, PieceBytes / Unsafe.SizeOf<T>())];
            writer.Write(MemoryMarshal.AsBytes(piece));
            rest = rest[piece.Length..];
        }
    }

    /// <summary>Writes the entries of a matrix; the number of columns is the caller's matter.</summary>
    public static void WriteEntries(BinaryWriter writer, SparseMatrix matrix)
    {
        WriteArray<int>(writer, matrix.RowStart);
        WriteArray<int>(writer, matrix.Column);
        WriteArray<float>(writer, matrix.Value);
    }

    /// <summary>Reads a matrix whose entries <see cref="WriteEntries"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The entries are none of a matrix with so many columns.</exception>
    public static SparseMatrix ReadMatrix(BinaryReader reader, int columnCount)
    {
        var matrix = new SparseMatrix(columnCount, ReadArray<int>(reader), ReadArray<int>(reader), ReadArray<float>(reader));
        for (var row = 0; row < matrix.RowCount; row++)
        {
            if (matrix.CountOf(row) < 0)
            {
                throw new InvalidDataException("A matrix of the model has rows of negative length.");
            }
        }

        return matrix.Column.AsSpan().ContainsAnyExceptInRange(0, columnCount - 1)
            ? throw new InvalidDataException("A matrix of the model has an entry beyond its columns.")
            : matrix;
    }

    /// <summary>Reads an array that <see cref="WriteArray"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">The content ends before the array does.</exception>
    public static T[] ReadArray<T>(BinaryReader reader)
        where T : unmanaged
    {
        var length = ReadCount(reader);
        var piece = PieceBytes / Unsafe.SizeOf<T>();

        // Room grows with what has been read: a damaged length must not ask for memory that the content does not fill.
        var numbers = new T[Math.Min(length, piece)];
        for (var read = 0; read < length;)
        {
            if (read == numbers.Length)
            {
                Array.Resize(ref numbers, (int)Math.Min(length, 2L * numbers.Length));
            }

            var count = Math.Min(piece, numbers.Length - read);
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan(read, count)));
            read += count;
        }

        return numbers;
    }
}
