namespace RecTools.Help;

/// <summary>All settings of a job file, as they are declared.</summary>
internal static class SettingTopic
{
    /// <summary>A section with a row for each.</summary>
    public static string Markdown(XmlDocumentation documentation) => string.Join('\n',
    [
        "## All settings", "", "| setting | |", "|---|---|",
        .. typeof(TrainingSettings).GetProperties().Select(property => $"| {property.Name} | {documentation.Of(property)}{Values(property.PropertyType)} |"),
        "",
    ]);

    private static string Values(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } names ? $" One of {string.Join(", ", Enum.GetNames(names))}." : "";
}
