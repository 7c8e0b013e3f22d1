namespace RecTools.Algorithms;

/// <summary>What all algorithms that can be asked for by name have in common.</summary>
public interface IAlgorithm
{
    /// <summary>Name users give, such as <c>ImplicitAls</c>.</summary>
    string Name { get; }

    /// <summary>One sentence for help and completion.</summary>
    string Summary { get; }

    /// <summary>A record with a public parameterless constructor whose properties carry <see cref="OptionAttribute"/>.</summary>
    Type OptionsType { get; }
}
