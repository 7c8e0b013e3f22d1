using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Makes up a shop with customers, products, orders, ratings and page views, to try things on.</summary>
[Cmdlet(VerbsCommon.New, "RecSampleData", SupportsShouldProcess = true)]
[OutputType(typeof(PublishedTable))]
public sealed class NewRecSampleData : ConnectedCmdlet
{
    /// <summary>Customers; the rest grows with them.</summary>
    [Parameter]
    public int Customers { get; set; } = 2000;

    /// <summary>Products.</summary>
    [Parameter]
    public int Products { get; set; } = 500;

    /// <summary>Start of all random draws; the same seed gives the same shop.</summary>
    [Parameter]
    public long Seed { get; set; } = 42;

    /// <summary>Replaces tables that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connection = Database;
        if (ShouldProcess(connection.ToString(), $"Write a sample shop of {Customers:N0} customers"))
        {
            WriteObject(
                Watch("Making a sample shop", (observer, cancellation) =>
                    SampleImport.Write(connection, Customers, Products, Seed, Force, observer, cancellation)),
                enumerateCollection: true);
        }
    }
}
