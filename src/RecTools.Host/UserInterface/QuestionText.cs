namespace RecTools.Host.UserInterface;

/// <summary>The lines above a question.</summary>
internal static class QuestionText
{
    /// <summary>Writes a caption and a message, those that there are.</summary>
    public static void Introduce(Screen screen, string? caption, string? message)
    {
        foreach (string? line in new[] { caption, message })
        {
            if (!string.IsNullOrEmpty(line))
                screen.WriteQuestion(line + Environment.NewLine);
        }
    }
}
