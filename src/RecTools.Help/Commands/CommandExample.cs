namespace RecTools.Help;

/// <summary>One example of a cmdlet's page.</summary>
/// <param name="Title">What it is for.</param>
/// <param name="Code">What to type.</param>
/// <param name="Remarks">What it does, in Markdown.</param>
internal sealed record CommandExample(string Title, string Code, string Remarks)
{
    private const string Fence = "```";

    /// <summary>Reads the code of an example, and what is said around it.</summary>
    /// <exception cref="InvalidDataException">It has no code.</exception>
    public static CommandExample Read(string title, string body)
    {
        var parts = body.Split(Fence);
        return parts.Length >= 3
            ? new CommandExample(title, parts[1][(parts[1].IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim('\n'), (parts[0] + string.Join(Fence, parts[2..])).Trim('\n'))
            : throw new InvalidDataException($"The example '{title}' has no code.");
    }
}
