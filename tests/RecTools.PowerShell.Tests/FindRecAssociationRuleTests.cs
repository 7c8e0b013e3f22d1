using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace RecTools.Tests;

/// <summary>Rules as an analyst finds them, in the real engine.</summary>
public class FindRecAssociationRuleTests
{
    private const string Lines = "$lines = foreach ($order in 1..6) { [pscustomobject]@{ OrderId = $order; Product = 'bread' }; [pscustomobject]@{ OrderId = $order; Product = 'butter' } }; $lines += [pscustomobject]@{ OrderId = 7; Product = 'tea' }; ";

    [Fact]
    public void Objects_come_by_the_pipeline_and_rules_go_out_as_objects()
    {
        using var session = new Session();
        var rules = session.Run(Lines + "$lines | Find-RecAssociationRule -MinCount 2").Select(item => (AssociationRule)item.BaseObject).ToList();
        Assert.Equal(["bread => butter", "butter => bread"], rules.Select(rule => rule.ToString()));
        Assert.Equal((6, 1.0, "bread"), (rules[0].Count, rules[0].Confidence, rules[0].AntecedentItems[0]));
        Assert.Null(rules[0].Conviction);
    }

    [Fact]
    public void A_CSV_read_by_hand_works_too_and_top_cuts_off()
    {
        using var session = new Session();
        var path = Path.Combine(session.Folder, "lines.csv");
        File.WriteAllText(path, "InvoiceNo,StockCode,Description,Quantity\n1,10,Bread,1\n1,11,Butter,2\n2,10,Bread,1\n2,11,Butter,1\nC3,10,Bread,-1\n");
        var rule = (AssociationRule)Assert.Single(session.Run($"Find-RecAssociationRule -Path '{path}' -MinCount 2 -Top 1")).BaseObject;
        Assert.Equal(("Bread => Butter", 10L), (rule.ToString(), rule.AntecedentItems[0]));
    }

    [Fact]
    public void Itemsets_and_estimates_come_instead_where_asked_for()
    {
        using var session = new Session();
        var closed = session.Run(Lines + "$lines | Find-RecAssociationRule -MinCount 2 -Itemset Closed").Select(item => (Itemset)item.BaseObject);
        Assert.Equal(["bread, butter"], closed.Select(itemset => itemset.Items));
        var estimates = session.Run(Lines + "$lines | Find-RecAssociationRule -MinSupport 0.8 -Estimate").Select(item => (ItemsetEstimate)item.BaseObject);
        Assert.Equal(3, Assert.Single(estimates).Itemsets);
    }

    [Fact]
    public void Files_with_one_basket_a_line_and_tables_are_read()
    {
        using var session = Session.WithModel();
        var path = Path.Combine(session.Folder, "baskets.txt");
        File.WriteAllText(path, "a,b\na,b,c\nc\n");
        Assert.Equal(2, session.Run($"Find-RecAssociationRule -Path '{path}' -BasketPerLine -MinCount 2").Count);
        Assert.NotEmpty(session.Run("Find-RecAssociationRule OrderLine -MinSupport 0.02 -MinConfidence 0.3"));
        Assert.NotEmpty(session.Run("Find-RecAssociationRule -Query 'SELECT OrderId, ProductId FROM OrderLine' -MinSupport 0.02 -HierarchyQuery 'SELECT ProductId, Category FROM Product'"));
    }

    [Theory]
    [InlineData("-MinSupport 0", "OptionRange")]
    [InlineData("-MinSupport 2", "OptionRange")]
    [InlineData("-MinSupport lots", "OptionType")]
    [InlineData("-MinSupport 0.1 -HierarchyQuery 'SELECT 1'", "ConnectionNeeded")]
    [InlineData("-BasketColumn Basket", "ColumnNotFound")]
    [InlineData("-MinCount 2 -MinSupport 0.1", "OptionConflict")]
    [InlineData("-MaxCount 2 -MaxSupport 0.1", "OptionConflict")]
    [InlineData("-MINIMUM_SUPPORT 2 -MinCount 2", "OptionTwice")]
    [InlineData("-MINIMUM_SUPPORT 2 -MinSupport 0.1", "OptionConflict")]
    [InlineData("-Itemset All -Estimate", "ItemsetOrEstimate")]
    [InlineData("-HierarchyTable Kind -HierarchyQuery 'SELECT 1'", "SourceUnclear")]
    [InlineData("-HierarchyColumn Item, Kind", "SourceUnclear")]
    [InlineData("-BasketPerLine", "BasketPerLineNeedsFile")]
    public void Mistakes_have_stable_ids(string arguments, string errorId)
    {
        using var session = new Session();
        var error = session.Fail(Lines + $"$lines | Find-RecAssociationRule {arguments}");
        Assert.Equal($"{errorId},RecTools.PowerShell.FindRecAssociationRule", error.FullyQualifiedErrorId);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void Nothing_in_the_pipeline_says_so()
    {
        using var session = new Session();
        Assert.StartsWith("SourceEmpty", session.Fail("@() | Find-RecAssociationRule").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Auto_is_understood_by_name()
    {
        using var session = new Session();
        Assert.Equal(2, session.Run(Lines + "$lines | Find-RecAssociationRule -MinSupport Auto").Count);
    }

    [Fact]
    public void Every_setting_of_the_algorithm_that_concerns_rules_is_a_parameter_with_the_same_other_names()
    {
        using var session = new Session();
        session.Run(Lines + "$null = $lines | Find-RecAssociationRule");
        var options = AppDomain.CurrentDomain.GetAssemblies().First(assembly => assembly.GetName().Name == "RecTools.Algorithms").GetType("RecTools.Algorithms.AssociationRulesOptions")!;
        var parameters = ((CmdletInfo)session.Run("Get-Command Find-RecAssociationRule")[0].BaseObject).Parameters;
        foreach (var property in options.GetProperties().Where(property => property.Name != "Scoring"))
        {
            Assert.True(parameters.ContainsKey(property.Name), property.Name);
            var shared = parameters[property.Name].Aliases;
            Assert.All(property.GetCustomAttribute<OptionAttribute>()!.Aliases, alias => Assert.Contains(alias, shared.Concat(parameters["MinimumSupport"].Aliases).Concat(parameters["MaximumSupport"].Aliases)));
        }
    }

    [Theory]
    [InlineData("-MINIMUM_SUPPORT 6", "-MinCount 6", 2)]
    [InlineData("-MINIMUM_SUPPORT 7", "-MinCount 7", 0)]
    [InlineData("-MINIMUM_SUPPORT 0.8", "-MinSupport 0.8", 2)]
    [InlineData("-MinCount 1 -MAXIMUM_SUPPORT 5", "-MinCount 1 -MaxCount 5", 0)]
    [InlineData("-MinCount 1 -MAXIMUM_SUPPORT 6", "-MinCount 1 -MaxCount 6", 2)]
    [InlineData("-MinCount 1 -MAXIMUM_SUPPORT 0.8", "-MinCount 1 -MaxSupport 0.8", 0)]
    public void The_supports_of_Analysis_Services_are_shares_or_counts_by_value(string theirs, string ours, int rules)
    {
        using var session = new Session();
        Assert.Equal(rules, session.Run(Lines + $"$lines | Find-RecAssociationRule {theirs}").Count);
        Assert.Equal(rules, session.Run(Lines + $"$lines | Find-RecAssociationRule {ours}").Count);
    }

    [Fact]
    public void Files_come_by_the_pipeline_each_searched_by_itself_and_a_bad_one_does_not_stop_the_others()
    {
        using var session = new Session();
        File.WriteAllText(Path.Combine(session.Folder, "1.csv"), "OrderId,Product\n1,a\n1,b\n2,a\n2,b\n");
        File.WriteAllText(Path.Combine(session.Folder, "2.csv"), "OrderId,Product\n1,c\n1,d\n2,c\n2,d\n");
        var found = session.Run($"[IO.FileInfo]'{session.Folder}/1.csv', [IO.FileInfo]'{session.Folder}/2.csv' | Find-RecAssociationRule -MinCount 2");
        Assert.Equal(["a => b", "b => a", "c => d", "d => c"], found.Select(rule => rule.BaseObject.ToString()));
        Assert.Equal(Path.Combine(session.Folder, "2.csv"), found[3].Properties["Path"].Value);
        File.WriteAllText(Path.Combine(session.Folder, "1.csv"), "Nothing\n1\n");
        Assert.Equal(2, session.Run($"$bad = $null; @([IO.FileInfo]'{session.Folder}/1.csv', [IO.FileInfo]'{session.Folder}/2.csv' | Find-RecAssociationRule -MinCount 2 -ErrorVariable bad -ErrorAction SilentlyContinue).Count")[0].BaseObject);
        Assert.StartsWith("ColumnNotFound", (string)session.Run("$bad[0].FullyQualifiedErrorId")[0].BaseObject, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_one_basket_a_line_come_by_the_pipeline_too()
    {
        using var session = new Session();
        File.WriteAllText(Path.Combine(session.Folder, "a.txt"), "a b\na b c\n");
        Assert.Equal(2, session.Run($"[IO.FileInfo]'{session.Folder}/a.txt' | Find-RecAssociationRule -BasketPerLine -Delimiter ' ' -MinCount 2").Count);
    }

    [Fact]
    public void Objects_with_a_column_called_Path_are_lines_all_the_same()
    {
        using var session = new Session();
        Assert.Equal(2, session.Run(Lines + "$lines | ForEach-Object { [pscustomobject]@{ OrderId = $_.OrderId; Product = $_.Product; Path = 'x'; FullName = 'y' } } | Find-RecAssociationRule -MinCount 2").Count);
    }

    [Fact]
    public void What_was_left_out_is_a_warning_and_what_was_read_an_information()
    {
        using var session = new Session();
        var path = Path.Combine(session.Folder, "lines.csv");
        File.WriteAllText(path, "InvoiceNo,StockCode,Quantity\n1,10,1\n1,11,2\n2,10,1\n2,10,4\n2,11,1\nC3,10,-1\n");
        session.Run($"Find-RecAssociationRule -Path '{path}' -MinCount 2");
        Assert.Equal($"1 of 6 rows of file {path} were left out: 1 x quantity is below zero (cancelled).", Assert.Single(session.Streams.Warning).Message);
        Assert.Equal($"6 rows of file {path}: 0 set aside, 1 left out, 1 repeated; 2 baskets of 2 items.", Assert.Single(session.Streams.Information).MessageData);
        session.Run($"Find-RecAssociationRule -Path '{path}' -MinCount 2 -KeepCancelled");
        Assert.Empty(session.Streams.Warning);
    }

    [Theory]
    [InlineData("a,b\n\na,b\n , \nc,d,e\n\n", "", "3 of 7 rows of file {0} were left out: 3 x line has no item.")]
    [InlineData("a,b\na,b\nc,d,e\n", "-MaxBasketSize 2", "3 of 7 rows of file {0} were left out: 3 x in a basket of more items than MaxBasketSize.")]
    public void Lines_without_items_and_giant_baskets_are_counted(string text, string more, string warning)
    {
        using var session = new Session();
        var path = Path.Combine(session.Folder, "baskets.csv");
        File.WriteAllText(path, text);
        session.Run($"Find-RecAssociationRule -Path '{path}' -BasketPerLine -MinCount 2 {more}");
        Assert.Equal(warning.Replace("{0}", path, StringComparison.Ordinal), Assert.Single(session.Streams.Warning).Message);
    }

    [Fact]
    public void A_name_of_two_items_is_warned_of_and_facts_of_the_model_show_as_whole_numbers()
    {
        using var session = new Session();
        session.Run($"$null = Connect-RecDatabase '{session.Database}'; $null = Install-RecSchema; " + Lines
            + "$lines | ForEach-Object { [pscustomobject]@{ OrderId = $_.OrderId; Product = $_.Product; ProductName = 'food' } } | Import-RecInteraction -Table Line | Out-Null; "
            + "$run = Invoke-RecTraining AssociationRules Basket -Table Line -Split None -Option @{ MinCount = 2 }");
        session.Run("Get-RecRecommendation Basket -Basket food -Top 1");
        Assert.StartsWith("'food' is the name of 3 items, bread, butter, tea; bread is taken.", Assert.Single(session.Streams.Warning).Message, StringComparison.Ordinal);
        var blocks = XDocument.Load(Path.Combine(Path.GetDirectoryName(Repository.Manifest)!, "module", "RecTools.format.ps1xml")).Descendants("ScriptBlock").Select(block => block.Value).ToList();
        var list = blocks.Single(block => block.Contains("$_.Metrics | Where-Object IsAsShown -eq $false", StringComparison.Ordinal));
        Assert.Equal("Baskets 7, MinCount 2, Itemsets 3, Rules 2", session.Run($"$run | ForEach-Object {{ {list} }}")[0].BaseObject);
        var cell = blocks.Single(block => block.StartsWith("$_.Value.ToString($(if ($_.Split", StringComparison.Ordinal));
        Assert.Equal(["7", "2", "3", "2"], session.Run($"$run.Metrics | ForEach-Object {{ {cell} }}").Select(text => text.ToString()));
        Assert.Equal("1.0000", session.Run($"[RecTools.MetricValue]::new('Holdout', 'Coverage', 10, 1, $null, $null) | ForEach-Object {{ {cell} }}")[0].BaseObject);
    }

    [Fact]
    public void A_basket_is_recommended_to_with_names_and_reasons()
    {
        using var session = new Session();
        session.Run($"$null = Connect-RecDatabase '{session.Database}'; $null = Install-RecSchema; " + Lines
            + "$lines | ForEach-Object { [pscustomobject]@{ OrderId = $_.OrderId; Product = $_.Product; ProductName = \"fine $($_.Product)\" } } | Import-RecInteraction -Table Line | Out-Null; "
            + "$null = Invoke-RecTraining AssociationRules Basket -Table Line -WarningAction SilentlyContinue -Option @{ MINIMUM_SUPPORT = 2 }");
        var best = (Recommendation)session.Run("Get-RecRecommendation Basket -Basket 'fine bread', 'caviar' -Top 1 -Explain")[0].BaseObject;
        Assert.Equal(("butter", "fine butter", 1), (best.ItemId, best.ItemName, best.Evidence![0].RuleId));
        Assert.Equal("100 % of baskets with fine bread have it (rule 1)", best.Reason);
        Assert.Contains("does not know caviar", Assert.Single(session.Streams.Warning).Message, StringComparison.Ordinal);
    }
}
