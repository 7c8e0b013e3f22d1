using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Recommends items to users from a stored model.</summary>
[Cmdlet(VerbsCommon.Get, "RecRecommendation", DefaultParameterSetName = "User")]
[OutputType(typeof(Recommendation))]
public sealed class GetRecRecommendation : ListRuleCmdlet
{
    private readonly LastLoaded loaded = new();

    /// <summary>The model.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Model", "Name")]
    [ArgumentCompleter(typeof(ModelNameCompleter))]
    public string ModelName { get; set; } = "";

    /// <summary>A run whose version of the model is asked instead of the current one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long? RunId { get; set; }

    /// <summary>Users to recommend to; without it all users the model knows.</summary>
    [Parameter(ParameterSetName = "User", Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CustomerId", "User")]
    public object[]? UserId { get; set; }

    /// <summary>What somebody has who was not in the training data, or what is in a basket: ids or names of items, or a table of item and value.</summary>
    [Parameter(ParameterSetName = "History", Mandatory = true)]
    [Alias("Basket")]
    public object History { get; set; } = Array.Empty<object>();

    /// <summary>Items for each user.</summary>
    [Parameter]
    public int Top { get; set; } = 10;

    /// <summary>Gives the evidence: the items of the history that speak for each recommendation, with what each adds to the score.</summary>
    [Parameter]
    public SwitchParameter Explain { get; set; }

    /// <summary>Lets items that the user has already be recommended again: short for -SeenItems Allow.</summary>
    [Parameter]
    public SwitchParameter IncludeSeen { get; set; }

    private ListServer Server
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get => (ListServer)loaded.Get(ModelName, RunId, () => Watch<object>(
            $"Loading {ModelName}",
            (observer, cancellation) => ModelServer.Open(Database, ModelName, RunId, cancellation)
                .ForLists(IncludeSeen ? Lists with { SeenItems = RecTools.SeenItems.Allow } : Lists, Database, observer)));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "History")
        {
            Each(() => RecommendToNew(ReadHistory(History)));
            return;
        }

        foreach (var user in Users())
        {
            if (Stopping)
            {
                return;
            }

            var id = IdOf(user, "UserId", "CustomerId", "User");
            Each(() => WriteObject(Server.Recommend(id, Top, Explain ? EvidenceParts : 0), enumerateCollection: true));
        }
    }

    private const int EvidenceParts = 5;

    // A model or a run of the pipeline names the model, and is no user.
    private IEnumerable<object> Users() => UserId is null or [PSObject { BaseObject: ModelInfo or RunInfo }] or [ModelInfo or RunInfo] ? Server.UserIds : UserId;

    private void RecommendToNew(Dictionary<object, float> history)
    {
        foreach (var sentence in Server.Ambiguous(history.Keys))
        {
            WriteWarning(sentence);
        }

        var recommended = Server.RecommendFor("(new)", history, Top, Explain ? EvidenceParts : 0, out var unknown);
        if (unknown.Count > 0)
        {
            WriteWarning($"The model '{ModelName}' does not know {string.Join(", ", unknown)}; left out.");
        }

        WriteObject(recommended, enumerateCollection: true);
    }

    private static Dictionary<object, float> ReadHistory(object history)
    {
        var read = new Dictionary<object, float>();
        if (Unwrap(history) is IDictionary table)
        {
            foreach (DictionaryEntry entry in table)
            {
                read[Unwrap(entry.Key)] = Convert.ToSingle(Unwrap(entry.Value!), CultureInfo.InvariantCulture);
            }
        }
        else
        {
            foreach (var item in LanguagePrimitives.GetEnumerable(history) ?? new[] { history })
            {
                read[Unwrap(item)] = 1;
            }
        }

        return read;
    }
}
