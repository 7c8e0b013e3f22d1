using System.Security.Cryptography;

namespace RecTools.Training;

/// <summary>The content of a model with its checksum before it, so that a file cut short or changed by one byte is known for what it is.</summary>
internal static class SealedContent
{
    private const int Length = SHA256.HashSizeInBytes;
    private static readonly byte[] Mark = "RECF"u8.ToArray();

    /// <summary>Puts mark and checksum before a content.</summary>
    public static byte[] Seal(byte[] content) => [.. Mark, .. SHA256.HashData(content), .. content];

    /// <summary>Checks a sealed content.</summary>
    /// <param name="bytes">Mark, checksum and content.</param>
    /// <param name="path">The file, for messages.</param>
    /// <returns>The content.</returns>
    /// <exception cref="RecException"><c>ModelUnreadable</c>: it is no model file; <c>ModelCorrupt</c>: it is not what was written.</exception>
    public static byte[] Open(byte[] bytes, string path)
    {
        if (!bytes.AsSpan().StartsWith(Mark))
        {
            throw new RecException(
                "ModelUnreadable", RecErrorKind.Data, $"The file '{path}' is no model that Export-RecModel wrote.", "Export it again, or train the model again.", path);
        }

        var content = bytes.AsSpan(Math.Min(bytes.Length, Mark.Length + Length)).ToArray();
        return bytes.Length >= Mark.Length + Length && bytes.AsSpan(Mark.Length, Length).SequenceEqual(SHA256.HashData(content)) ? content : throw new RecException(
            "ModelCorrupt", RecErrorKind.Data, $"The file '{path}' was cut short or changed: its {content.Length:N0} bytes of model do not have the checksum that was written with them.",
            "Copy it again from where it was exported, or export it again.", path);
    }
}
