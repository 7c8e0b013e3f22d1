using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation.Host;

namespace RecTools.Host.UserInterface;

/// <summary>Asks the user to choose, such as whether to go on with what <c>-Confirm</c> holds back.</summary>
/// <param name="screen">Where to ask.</param>
/// <param name="input">Whom to ask.</param>
internal sealed class ChoicePrompt(Screen screen, InputReader input)
{
    /// <summary>Asks until one choice is named; an empty answer takes the default.</summary>
    public int AskOne(string? caption, string? message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        QuestionText.Introduce(screen, caption, message);
        int[] defaults = defaultChoice >= 0 ? [defaultChoice] : [];
        while (true)
        {
            string answer = input.Ask(Question(choices, defaults)).Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
                return defaultChoice;
            if (Find(choices, answer) is { } index)
                return index;
            if (answer == "?")
                Explain(choices);
        }
    }

    /// <summary>Asks for choices until an empty answer; no answer at all takes the defaults.</summary>
    public Collection<int> AskMany(string? caption, string? message, Collection<ChoiceDescription> choices, IEnumerable<int>? defaultChoices)
    {
        QuestionText.Introduce(screen, caption, message);
        int[] defaults = defaultChoices?.ToArray() ?? [];
        Collection<int> chosen = [];
        while (true)
        {
            string answer = input.Ask(Question(choices, defaults)).Trim();
            if (answer.Length == 0)
                return chosen.Count > 0 ? chosen : new Collection<int>(defaults);
            if (Find(choices, answer) is { } index)
                chosen.Add(index);
            else if (answer == "?")
                Explain(choices);
        }
    }

    private static string Question(Collection<ChoiceDescription> choices, int[] defaults)
    {
        string list = string.Join("  ", choices.Select(choice => $"[{Key(choice)}] {Label(choice)}"));
        string usual = defaults.Length == 0 ? "" : $" (default is \"{string.Join(",", defaults.Select(i => Key(choices[i])))}\")";
        return $"{list}  [?] Help{usual}: ";
    }

    private void Explain(Collection<ChoiceDescription> choices)
    {
        foreach (ChoiceDescription choice in choices)
            screen.WriteQuestion($"{Key(choice)} - {choice.HelpMessage}{Environment.NewLine}");
    }

    private static int? Find(Collection<ChoiceDescription> choices, string answer)
    {
        for (int i = 0; i < choices.Count; i++)
        {
            if (answer.Length > 0
                && (Key(choices[i]).Equals(answer, StringComparison.OrdinalIgnoreCase) || Label(choices[i]).Equals(answer, StringComparison.OrdinalIgnoreCase)))
                return i;
        }

        return null;
    }

    private static string Label(ChoiceDescription choice) => choice.Label.Replace("&", "", StringComparison.Ordinal);

    /// <summary>The letter after the ampersand, or the whole label where there is none.</summary>
    private static string Key(ChoiceDescription choice)
    {
        int at = choice.Label.IndexOf('&', StringComparison.Ordinal);
        return at >= 0 && at < choice.Label.Length - 1
            ? char.ToUpper(choice.Label[at + 1], CultureInfo.CurrentCulture).ToString()
            : Label(choice);
    }
}
