namespace RecTools.Training;

/// <summary>Counts what is written and keeps nothing of it.</summary>
internal sealed class ByteCounter : Stream
{
    private long count;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => count;

    public override long Position
    {
        get => count;
        set => throw new NotSupportedException();
    }

    /// <summary>Bytes that some content takes.</summary>
    /// <param name="write">Writes it.</param>
    public static long Count(Action<BinaryWriter> write)
    {
        using var counter = new ByteCounter();
        using (var writer = new BinaryWriter(counter))
        {
            write(writer);
        }

        return counter.count;
    }

    public override void Write(ReadOnlySpan<byte> buffer) => count += buffer.Length;

    public override void Write(byte[] buffer, int offset, int count) => this.count += count;

    public override void WriteByte(byte value) => count++;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
