using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RecTools.Training;

/// <summary>SHA-256 over everything a run produced; equal results give equal hashes.</summary>
internal sealed class ResultHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] buffer = new byte[1 << 14];
    private int used;

    /// <summary>Takes in one scored row.</summary>
    public void Add(int a, int b, int c, float score)
    {
        var span = Room(16);
        BinaryPrimitives.WriteInt32LittleEndian(span, a);
        BinaryPrimitives.WriteInt32LittleEndian(span[4..], b);
        BinaryPrimitives.WriteInt32LittleEndian(span[8..], c);
        BinaryPrimitives.WriteSingleLittleEndian(span[12..], score);
    }

    /// <summary>Takes in text.</summary>
    public void Add(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > buffer.Length)
        {
            Flush();
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            return;
        }

        var room = Room(most);
        used -= most - Encoding.UTF8.GetBytes(text, room);
    }

    /// <summary>Takes in one byte.</summary>
    public void Add(byte value) => Room(1)[0] = value;

    /// <summary>Takes in a model as it is stored, without ever holding all of it.</summary>
    public void Add(IStoredModel model)
    {
        Flush();
        using var stream = new BufferedStream(new HashStream(hash), buffer.Length);
        model.Save(stream);
    }

    /// <summary>Takes in the measured qualities.</summary>
    public void Add(IEnumerable<MetricValue> metrics)
    {
        foreach (var metric in metrics)
        {
            Add($"{metric.Split}|{metric.Name}|{metric.K}");
            foreach (var value in new[] { metric.Value, metric.Lower ?? double.NaN, metric.Upper ?? double.NaN })
            {
                BinaryPrimitives.WriteDoubleLittleEndian(Room(8), value);
            }
        }
    }

    /// <summary>The hash in hexadecimal; the hash starts anew.</summary>
    public string Finish()
    {
        Flush();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();

    private Span<byte> Room(int length)
    {
        if (used + length > buffer.Length)
        {
            Flush();
        }

        used += length;
        return buffer.AsSpan(used - length, length);
    }

    private void Flush()
    {
        hash.AppendData(buffer.AsSpan(0, used));
        used = 0;
    }
}
