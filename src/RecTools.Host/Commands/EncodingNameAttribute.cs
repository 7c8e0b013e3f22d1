using System.Management.Automation;
using System.Text;

namespace RecTools.Host.Commands;

/// <summary>Turns the names that pwsh has for encodings into encodings.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EncodingNameAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (given is not string name)
            return given;
        return name.ToUpperInvariant() switch
        {
            "UTF8" or "UTF8NOBOM" or "DEFAULT" => TextFiles.DefaultEncoding,
            "UTF8BOM" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            "ASCII" => Encoding.ASCII,
            "UNICODE" => Encoding.Unicode,
            "BIGENDIANUNICODE" => Encoding.BigEndianUnicode,
            "UTF32" => Encoding.UTF32,
            _ => Find(name),
        };
    }

    private static Encoding Find(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw new ArgumentTransformationMetadataException(
                $"The encoding '{name}' is not known. Use utf8, utf8BOM, ascii, unicode, bigendianunicode, utf32, or a registered name such as iso-8859-1.");
        }
    }
}
