# Comparing in a real pwsh; the same behaviour is covered by xUnit in tests/RecTools.PowerShell.Tests.
BeforeAll {
    Import-Module "$PSScriptRoot/../../RecTools.psd1" -Force
    $null = Connect-RecDatabase -Path (Join-Path $TestDrive 'comparing.db')
    $null = New-RecSampleData -Customers 120 -Products 60
    $null = Invoke-RecTraining -Algorithm Als -ModelName Shop -Table Rating -Option @{ Factors = 8; Sweeps = 5 }
}

AfterAll {
    Disconnect-RecDatabase
}

Describe 'Compare-RecModel' {
    It 'has the parameter <_>' -ForEach 'Algorithm', 'ModelName', 'Option', 'Metric', 'Table', 'Query', 'Path', 'TestTable', 'Split', 'Holdout', 'K', 'RelevantFrom', 'Seed', 'Threads', 'MemoryLimit' {
        (Get-Command Compare-RecModel).Parameters.Keys | Should -Contain $_
    }

    It 'always has the trivial models in it' {
        $board = Compare-RecModel ItemKnn -Table Rating -Split Time
        $board.Name | Should -Contain 'Popularity'
        $board.Name | Should -Contain 'Bias'
        $board | ForEach-Object Rank | Should -Be @(1, 2, 3)
    }

    It 'takes stored models by the pipeline and ranks by RMSE' {
        $board = Get-RecModel | Compare-RecModel -Metric RMSE -Split Time
        $board[0].Value | Should -BeLessOrEqual $board[1].Value
        $board.Name | Should -Contain 'Shop'
    }

    It 'refuses a figure that says nothing of quality' {
        { Compare-RecModel ItemKnn -Table Rating -Metric Coverage } | Should -Throw -ErrorId 'MetricUnknown,RecTools.PowerShell.CompareRecModel'
    }
}
