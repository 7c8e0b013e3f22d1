using System.Management.Automation;
using System.Reflection;

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
            var aliases = property.GetCustomAttribute<OptionAttribute>()!.Aliases.Where(_ => property.Name != "MinCount");
            Assert.Equal(aliases, parameters[property.Name].Aliases);
        }
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
