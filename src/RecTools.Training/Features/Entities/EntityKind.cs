namespace RecTools.Training;

/// <summary>Whether items or users are described, for messages and parameter names.</summary>
/// <param name="Name">What one is called.</param>
/// <param name="Parameter">First part of the parameters that name the source.</param>
/// <param name="IdColumnParameter">Parameter that names the column with the id.</param>
/// <param name="UsualIds">Names that the column usually has.</param>
internal sealed record EntityKind(string Name, string Parameter, string IdColumnParameter, string[] UsualIds)
{
    /// <summary>Items.</summary>
    public static readonly EntityKind Item = new("item", "-Item", "-ItemColumn", [.. UsualNames.Item, "Id"]);

    /// <summary>Users.</summary>
    public static readonly EntityKind User = new("user", "-User", "-UserColumn", UsualNames.Customer);
}
