using System.Text;
using System.Xml.Linq;

namespace RecTools.Reporting;

/// <summary>The colours of plots as variables of a page, so that they suit a light and a dark ground.</summary>
internal static class PageColors
{
    /// <summary>Colours of plots as they are drawn, the variable that takes their place, and what it is on a dark page.</summary>
    private static readonly (string Drawn, string Name, string Dark)[] All =
    [
        ("#FFFFFF", "paper", "#17191C"),
        ("#222222", "ink", "#E4E6E8"),
        ("#5F6368", "quiet", "#A4AAB0"),
        ("#E8E8E8", "faint", "#33373C"),
        ("#0072B2", "c1", "#58AEE6"),
        ("#D55E00", "c2", "#F2854A"),
        ("#009E73", "c3", "#37C299"),
        ("#CC79A7", "c4", "#E3A3C6"),
        ("#E69F00", "c5", "#F2BC45"),
        ("#56B4E9", "c6", "#9AD4F5"),
        ("#332288", "c7", "#9C8FE8"),
        ("#C6DBEF", "s1", "#2A4D73"),
        ("#85B8DB", "s2", "#3A70A6"),
        ("#4292C6", "s3", "#5E9DD0"),
        ("#1D63A8", "s4", "#92C4EA"),
        ("#08306B", "s5", "#D6EAFA"),
        ("#212122", "t1", "#E4E6E8"),
        ("#212123", "t2", "#F4F6F8"),
        ("#212124", "t3", "#0E1013"),
        ("#FEFEFD", "t4", "#0E1013"),
        ("#FEFEFC", "t5", "#0E1013"),
    ];

    private static readonly Dictionary<string, string> Names = All.ToDictionary(color => color.Drawn, color => color.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The variables for a light page.</summary>
    public static string Light => Variables(color => color.Drawn);

    /// <summary>The variables for a dark page.</summary>
    public static string Dark => Variables(color => color.Dark);

    /// <summary>Puts variables in the place of colours in a picture.</summary>
    public static void Apply(XElement picture)
    {
        foreach (var attribute in picture.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "fill" or "stroke"))
        {
            if (Names.TryGetValue(Long(attribute.Value), out var name))
            {
                attribute.Value = $"var(--{name})";
            }
        }
    }

    // The drawing library shortens colours where it can.
    private static string Long(string color) => color switch
    {
        "white" => "#FFFFFF",
        ['#', var red, var green, var blue] => $"#{red}{red}{green}{green}{blue}{blue}",
        _ => color,
    };

    private static string Variables(Func<(string Drawn, string Name, string Dark), string> valueOf)
    {
        var text = new StringBuilder();
        foreach (var color in All)
        {
            text.Append("--").Append(color.Name).Append(':').Append(valueOf(color)).Append(';');
        }

        return text.ToString();
    }
}
