namespace RecTools.Training;

/// <summary>What settings are where they are not given, to show people what to write.</summary>
internal static class SettingDefaults
{
    private static readonly object[] Requests =
    [
        new TrainingRequest { Algorithm = "", ModelName = "", Source = new InteractionSource() }, new SplitRequest(), new ListRequest(), new GateRequest(), new FeatureRequest(),
    ];

    /// <summary>The default of a setting; where it has none, a value of its kind.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type.</param>
    public static object Of(string name, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return name == nameof(TrainingSettings.Split) ? new SplitRequest().Kind : Requests.Select(request => request.GetType().GetProperty(name)?.GetValue(request))
            .FirstOrDefault(value => value is not null && value.GetType() == plain) ?? OfKind(plain);
    }

    private static object OfKind(Type type) => type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0)
        : type == typeof(string) ? ""
        : type.IsInterface ? new Dictionary<string, object?>()
        : type == typeof(DateTime) ? new DateTime(DateTime.Today.Year, 1, 1)
        : Activator.CreateInstance(type)!;
}
