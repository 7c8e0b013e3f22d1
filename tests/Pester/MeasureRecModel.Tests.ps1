# Measuring in a real pwsh; the same behaviour is covered by xUnit in tests/RecTools.PowerShell.Tests.
BeforeAll {
    Import-Module "$PSScriptRoot/../../RecTools.psd1" -Force
    $null = Connect-RecDatabase -Path (Join-Path $TestDrive 'measuring.db')
    $null = New-RecSampleData -Customers 120 -Products 60
    $null = Invoke-RecTraining -Algorithm Als -ModelName Shop -Table Rating -Option @{ Factors = 8; Sweeps = 5 }
}

AfterAll {
    Disconnect-RecDatabase
}

Describe 'Measure-RecModel' {
    It 'has the parameter <_>' -ForEach 'ModelName', 'RunId', 'Algorithm', 'Option', 'Table', 'Query', 'Path', 'TestTable', 'Split', 'Holdout', 'K', 'RelevantFrom',
        'SegmentBy', 'SegmentColumn', 'ClusterModel', 'NoTimeSplit', 'Seed', 'Threads', 'MemoryLimit', 'ItemFilter' {
        (Get-Command Measure-RecModel).Parameters.Keys | Should -Contain $_
    }

    It 'takes models by the pipeline' {
        $measured = Get-RecModel | Measure-RecModel -Split Time
        $measured.Name | Should -Be 'Shop'
        ($measured.Metrics | Where-Object Name -eq RMSE).Value | Should -BeGreaterThan 0
    }

    It 'warns of a split that tells the model the future' {
        $measured = Measure-RecModel -Algorithm Popularity -Table Rating -WarningVariable told -WarningAction SilentlyContinue
        $told | Should -Match 'tells the model the future'
        $measured.Leak.Instead.Count | Should -BeGreaterThan 0
    }

    It 'tells users apart by a column' {
        (Measure-RecModel -Algorithm Popularity -Table Rating -Split Time -UserTable Customer -SegmentColumn City).Segments.Segment | Should -Contain 'City'
    }

    It 'says what to do about a mistake' {
        $thrown = { Measure-RecModel -Algorithm Popularity -Table Rating -Split None } | Should -Throw -ErrorId 'SplitNeeded,RecTools.PowerShell.MeasureRecModel' -PassThru
        $thrown.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }
}
