using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>Predicts the rating of an item by a user from a stored model.</summary>
[Cmdlet(VerbsCommon.Get, "RecPrediction")]
[OutputType(typeof(Prediction))]
public sealed class GetRecPrediction : ModelCmdlet
{
    /// <summary>The user; an unknown one gets what is known of the item.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("CustomerId", "User")]
    public object UserId { get; set; } = "";

    /// <summary>The items.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("ProductId", "Item")]
    public object[] ItemId { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in ItemId)
        {
            Each(() => WriteObject(Server.Predict(Unwrap(UserId), Unwrap(item))));
        }
    }
}
