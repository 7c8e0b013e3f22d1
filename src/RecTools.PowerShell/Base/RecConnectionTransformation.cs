using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>Lets <c>-Connection</c> take connections of other modules beside our own.</summary>
internal sealed class RecConnectionTransformation : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (inputData is null || (inputData as PSObject ?? PSObject.AsPSObject(inputData)) is { BaseObject: RecConnection or PSCustomObject or string })
        {
            return inputData;
        }

        try
        {
            return ForeignConnection.Open(inputData as PSObject ?? PSObject.AsPSObject(inputData), null, null, new ConnectionOptions());
        }
        catch (RecException error)
        {
            throw new ArgumentTransformationMetadataException($"{error.Message} {error.Action}", error);
        }
    }
}
