using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>Finds the users most like a user, from a stored model.</summary>
[Cmdlet(VerbsCommon.Get, "RecSimilarUser")]
[OutputType(typeof(SimilarUser))]
public sealed class GetRecSimilarUser : ModelCmdlet
{
    /// <summary>The users to start from.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CustomerId", "User")]
    public object[] UserId { get; set; } = [];

    /// <summary>Users to give for each.</summary>
    [Parameter]
    public int Top { get; set; } = 10;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var user in UserId)
        {
            Each(() => WriteObject(Server.SimilarUsers(IdOf(user, "UserId", "CustomerId", "User"), Top), enumerateCollection: true));
        }
    }
}
