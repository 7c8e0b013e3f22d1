namespace RecTools.Training;

/// <summary>Checks one after the other; one that goes wrong is a finding, not the end.</summary>
internal sealed class CheckList
{
    private readonly List<EnvironmentCheck> checks = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<EnvironmentCheck> Checks => checks;

    /// <summary>All is well.</summary>
    public static (CheckStatus Status, string Detail, string Action) Ok(string detail) => (CheckStatus.Ok, detail, "");

    /// <summary>It may work, or cannot be told.</summary>
    public static (CheckStatus Status, string Detail, string Action) Warning(string detail, string action) => (CheckStatus.Warning, detail, action);

    /// <summary>A run would fail.</summary>
    public static (CheckStatus Status, string Detail, string Action) Failed(string detail, string action) => (CheckStatus.Failed, detail, action);

    /// <summary>Looks at one thing.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="look">Looks; an exception is a failure with the exception's own words.</param>
    public void Add(string name, Func<(CheckStatus Status, string Detail, string Action)> look)
    {
        var (status, detail, action) = Try(look);
        checks.Add(new EnvironmentCheck(name, status, detail, action));
    }

    private static (CheckStatus Status, string Detail, string Action) Try(Func<(CheckStatus Status, string Detail, string Action)> look)
    {
        try
        {
            return look();
        }
        catch (RecException error) when (error.ErrorId == "PermissionDenied")
        {
            return Warning($"It cannot be told: {error.Message}", "Run the test as somebody who may see it, or grant VIEW SERVER STATE.");
        }
        catch (RecException error)
        {
            return Failed(error.Message, error.Action);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return Failed(error.GetBaseException().Message, "See to what the message names, and run the test again.");
        }
    }
}
