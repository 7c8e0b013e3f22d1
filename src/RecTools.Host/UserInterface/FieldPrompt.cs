using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace RecTools.Host.UserInterface;

/// <summary>Asks for values by name; the engine does this for mandatory parameters that a command was not given.</summary>
/// <param name="screen">Where to ask.</param>
/// <param name="input">Whom to ask.</param>
internal sealed class FieldPrompt(Screen screen, InputReader input)
{
    /// <summary>Asks for each field, converting the answer to the field's type and asking again until it can be converted.</summary>
    public Dictionary<string, PSObject> Ask(string caption, string message, IEnumerable<FieldDescription> fields)
    {
        QuestionText.Introduce(screen, caption, message);
        Dictionary<string, PSObject> answers = [];
        foreach (FieldDescription field in fields)
            answers[field.Name] = PSObject.AsPSObject(AskField(field));
        return answers;
    }

    private object AskField(FieldDescription field)
    {
        string label = string.IsNullOrEmpty(field.Label) ? field.Name : field.Label.Replace("&", "", StringComparison.Ordinal);
        Type type = Type.GetType(field.ParameterAssemblyFullName) ?? typeof(string);
        if (type == typeof(SecureString))
            return input.AskSecret(label + ": ");
        if (type == typeof(PSCredential))
            return new PSCredential(input.Ask(label + " (user): "), input.AskSecret(label + " (password): "));
        if (typeof(IList).IsAssignableFrom(type))
            return AskList(label, type.GetElementType() ?? typeof(object));
        return AskUntilItFits(label + ": ", type);
    }

    /// <summary>One element a line until an empty line.</summary>
    private Array AskList(string label, Type elementType)
    {
        ArrayList elements = [];
        while (true)
        {
            string question = string.Create(CultureInfo.InvariantCulture, $"{label}[{elements.Count}]: ");
            object element = AskUntilItFits(question, elementType, emptyEnds: true);
            if (element is string { Length: 0 })
                return elements.ToArray(elementType);
            elements.Add(element);
        }
    }

    private object AskUntilItFits(string question, Type type, bool emptyEnds = false)
    {
        while (true)
        {
            string answer = input.Ask(question);
            if (emptyEnds && answer.Length == 0)
                return answer;
            if (LanguagePrimitives.TryConvertTo(answer, type, CultureInfo.CurrentCulture, out object value))
                return value;
            screen.WriteErrorLine($"'{answer}' is not a {type.Name}.", Colour.Red);
        }
    }
}
