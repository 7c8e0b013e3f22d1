# Rules in a real pwsh; the same behaviour is covered by xUnit in tests/RecTools.PowerShell.Tests.
BeforeAll {
    Import-Module "$PSScriptRoot/../../RecTools.psd1" -Force
    $null = Connect-RecDatabase -Path (Join-Path $TestDrive 'baskets.db')
    $null = New-RecSampleData -Customers 120 -Products 60
}

AfterAll {
    Disconnect-RecDatabase
}

Describe 'Find-RecAssociationRule' {
    It 'has the parameter <_>' -ForEach 'Table', 'Query', 'Path', 'InputObject', 'BasketColumn', 'ItemColumn', 'MinSupport', 'MinCount', 'MinConfidence',
        'MaxItems', 'Antecedent', 'Consequent', 'PruneRedundant', 'HierarchyTable', 'Itemset', 'Estimate', 'Top' {
        (Get-Command Find-RecAssociationRule).Parameters.Keys | Should -Contain $_
    }

    It 'takes the name <_> of Analysis Services' -ForEach 'MINIMUM_SUPPORT', 'MINIMUM_PROBABILITY', 'MINIMUM_IMPORTANCE', 'MAXIMUM_ITEMSET_SIZE',
        'MAXIMUM_ITEMSET_COUNT', 'MAXIMUM_SUPPORT' {
        (Get-Command Find-RecAssociationRule).Parameters.Values.Aliases | Should -Contain $_
    }

    It 'finds rules in a table' {
        $rules = Find-RecAssociationRule OrderLine -MinSupport 0.01 -MinConfidence 0.3
        $rules.Count | Should -BeGreaterThan 3
        $rules[0].Lift | Should -BeGreaterThan 1
    }

    It 'finds rules in what Import-Csv reads' {
        $path = Join-Path $TestDrive 'lines.csv'
        'OrderId,Product', '1,bread', '1,butter', '2,bread', '2,butter' | Set-Content $path
        "$((Import-Csv $path | Find-RecAssociationRule -MinCount 2)[0])" | Should -Be 'bread => butter'
    }

    It 'refuses a support above 1 and says what to give' {
        $thrown = { Find-RecAssociationRule OrderLine -MinSupport 10 } | Should -Throw -ErrorId 'OptionRange,RecTools.PowerShell.FindRecAssociationRule' -PassThru
        $thrown.ErrorDetails.RecommendedAction | Should -BeLike '*MinCount takes a number of baskets*'
    }

    It 'publishes rules and answers for a basket' {
        $run = Invoke-RecTraining AssociationRules Basket -Table OrderLine -Option @{ MinSupport = 0.01; MinConfidence = 0.3 }
        $run.Published.Name | Should -Contain 'rec_Basket_Rule'
        $rule = (Find-RecAssociationRule OrderLine -MinSupport 0.01 -MinConfidence 0.3)[0]
        (Get-RecRecommendation Basket -Basket $rule.AntecedentItems -Top 1).ItemId | Should -Be $rule.ConsequentItems[0]
    }
}
