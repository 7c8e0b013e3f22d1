using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>Finds the items most like an item, from a stored model.</summary>
[Cmdlet(VerbsCommon.Get, "RecSimilarItem")]
[OutputType(typeof(SimilarItem))]
public sealed class GetRecSimilarItem : ModelCmdlet
{
    /// <summary>The items to start from.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProductId", "Item")]
    public object[] ItemId { get; set; } = [];

    /// <summary>Items to give for each.</summary>
    [Parameter]
    public int Top { get; set; } = 10;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in ItemId)
        {
            Each(() => WriteObject(Server.Similar(IdOf(item, "ItemId", "ProductId", "Item"), Top), enumerateCollection: true));
        }
    }
}
