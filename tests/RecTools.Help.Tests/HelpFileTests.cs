using RecTools.Algorithms;
using RecTools.Help;

namespace RecTools.Tests;

/// <summary>What ships as help and documentation is what the source says today.</summary>
public class HelpFileTests
{
    private const string Remedy = "Run: dotnet run -c Release --project src/RecTools.Help";
    private static readonly string Root = Repository.Find();

    [Fact]
    public void Every_file_that_is_made_from_the_source_is_of_today()
    {
        var made = HelpFiles.Create(Root);
        Assert.NotEmpty(made);
        foreach (var (path, text) in made)
        {
            var full = Path.Combine(Root, path);
            Assert.True(File.Exists(full) && File.ReadAllText(full).ReplaceLineEndings("\n") == text, $"{path} is not of today. {Remedy}");
        }
    }

    [Fact]
    public void No_page_is_left_of_a_cmdlet_an_algorithm_or_a_topic_that_is_gone()
    {
        var made = HelpFiles.Create(Root).Keys.ToHashSet();
        foreach (var folder in new[] { "docs/cmdlets", "docs/algorithms", HelpFiles.Folder })
        {
            Assert.All(Directory.GetFiles(Path.Combine(Root, folder)), file => Assert.Contains($"{folder}/{Path.GetFileName(file)}", made));
        }

        Assert.Equal(
            AboutTopic.All.Select(topic => topic.Path).Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.Combine(Root, "docs", "about")).Select(file => $"docs/about/{Path.GetFileName(file)}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_cmdlet_has_a_sentence_three_examples_links_and_help_on_every_parameter()
    {
        var commands = CommandHelp.All(Root, XmlDocumentation.Load());
        Assert.Equal(CommandHelp.Cmdlets().Count(), commands.Count);
        foreach (var command in commands)
        {
            Assert.True(command.Synopsis.EndsWith('.'), $"{command.Name} has no summary in its source.");
            Assert.True(command.Page.Description.Length > 0, $"{CommandPage.PathOf(command.Name)} says nothing before its examples.");
            Assert.True(command.Page.Examples.Count >= 3, $"{CommandPage.PathOf(command.Name)} has {command.Page.Examples.Count} examples; three are wanted.");
            Assert.All(command.Page.Examples, example => Assert.True(
                example.Code.Contains(command.Name, StringComparison.Ordinal), $"The example '{example.Title}' of {command.Name} does not use it."));
            Assert.True(command.Page.Links.Count > 0, $"{CommandPage.PathOf(command.Name)} has no links.");
            Assert.All(command.Parameters, parameter => Assert.True(parameter.Text.EndsWith('.'), $"{command.Name} -{parameter.Name} has no summary in its source."));
            Assert.All(
                command.Parameters.SelectMany(parameter => parameter.Values.Where(_ => parameter.Type.IsEnum && parameter.Type.Namespace == "RecTools"), (parameter, value) => (parameter, value)),
                pair => Assert.True(pair.value.Text.Length > 0, $"{pair.parameter.Type.Name}.{pair.value.Name} has no summary in its source."));
        }
    }

    [Fact]
    public void Links_of_pages_lead_somewhere()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Concat(Directory.GetFiles(Root, "*.md")))
        {
            foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), @"\]\(([^)#:\s]+)(#[^)]*)?\)"))
            {
                var target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, link.Groups[1].Value));
                Assert.True(File.Exists(target) || Directory.Exists(target), $"{Path.GetRelativePath(Root, file)} links to {link.Groups[1].Value}, which is not there.");
            }
        }
    }

    [Fact]
    public void Every_algorithm_has_a_page_that_says_when_to_use_it_what_it_costs_and_where_it_is_from()
    {
        foreach (var algorithm in AlgorithmCatalog.All)
        {
            var sections = PageSections.Split(File.ReadAllText(Path.Combine(Root, AlgorithmPage.PathOf(algorithm))).ReplaceLineEndings("\n"), 2);
            Assert.True(sections[0].Body.Split("\n\n").Length >= 3, $"{AlgorithmPage.PathOf(algorithm)} does not say when to use it.");
            foreach (var title in new[] { "Options", "What it costs", "Paper" })
            {
                Assert.Contains(sections, section => section.Title == title && section.Body.Length > 0);
            }
        }
    }
}
