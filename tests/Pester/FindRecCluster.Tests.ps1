# Groups of customers in a real pwsh; the same behaviour is covered by xUnit in tests/RecTools.PowerShell.Tests.
BeforeAll {
    Import-Module "$PSScriptRoot/../../RecTools.psd1" -Force
    $null = Connect-RecDatabase -Path (Join-Path $TestDrive 'customers.db')
    $null = New-RecSampleData -Customers 120 -Products 60
}

AfterAll {
    Disconnect-RecDatabase
}

Describe 'Find-RecCluster' {
    It 'has the parameter <_>' -ForEach 'Table', 'Query', 'Path', 'InputObject', 'UserColumn', 'Feature', 'CategoricalFeature', 'OrderFeature',
        'ReferenceDate', 'Scaling', 'Missing', 'MaxCategories', 'Algorithm', 'ClusterCount', 'Option', 'As', 'PlotPath', 'Duplicates', 'Seed', 'Threads' {
        (Get-Command Find-RecCluster).Parameters.Keys | Should -Contain $_
    }

    It 'groups customers by their orders' {
        $clusters = Find-RecCluster OrderLine -TimeColumn OrderedAt -OrderFeature Recency, Frequency, Monetary -ClusterCount 3
        $clusters.Count | Should -Be 3
        ($clusters | Measure-Object Size -Sum).Sum | Should -BeGreaterThan 100
    }

    It 'groups what Import-Csv reads and exports what it finds' {
        $path = Join-Path $TestDrive 'people.csv'
        1..20 | ForEach-Object { [pscustomobject]@{ CustomerId = $_; Age = 20 + 30 * ($_ % 2) + $_ / 10 } } | Export-Csv $path
        $out = Join-Path $TestDrive 'members.csv'
        Import-Csv $path | Find-RecCluster -ClusterCount 2 -As Member | Export-Csv $out
        (Import-Csv $out | Group-Object ClusterId).Count | Should -Be 2
    }

    It 'publishes, and places customers again' {
        $run = Invoke-RecTraining KMeans Segments -Table OrderLine -TimeColumn OrderedAt -OrderFeature Recency, Monetary -Option @{ ClusterCount = 3 }
        $run.Published.Name | Should -Contain 'rec_Segments_ClusterMember'
        (Publish-RecModel Segments).Clusters.Count | Should -Be 3
    }

    It 'refuses text as a number and says what to give' {
        $thrown = { Find-RecCluster Customer -Feature City } | Should -Throw -ErrorId 'FeatureNotNumeric,RecTools.PowerShell.FindRecCluster' -PassThru
        $thrown.ErrorDetails.RecommendedAction | Should -BeLike '*-CategoricalFeature*'
    }
}
