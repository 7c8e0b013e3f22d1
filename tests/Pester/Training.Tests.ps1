# The essentials in a real pwsh; the same behaviour is covered by xUnit in tests/RecTools.PowerShell.Tests.
BeforeAll {
    Import-Module "$PSScriptRoot/../../RecTools.psd1" -Force
    $null = Connect-RecDatabase -Path (Join-Path $TestDrive 'shop.db')
    $null = New-RecSampleData -Customers 120 -Products 60
}

AfterAll {
    Disconnect-RecDatabase
}

Describe 'Invoke-RecTraining' {
    It 'has the parameter <_>' -ForEach 'Algorithm', 'ModelName', 'Table', 'Query', 'Path', 'Option', 'Split', 'Top', 'Seed', 'Threads', 'ConfigPath' {
        (Get-Command Invoke-RecTraining).Parameters.Keys | Should -Contain $_
    }

    It 'trains, measures and publishes' {
        $run = Invoke-RecTraining -Algorithm Als -ModelName Shop -Table Rating -Option @{ Factors = 8 }
        $run.Status | Should -Be 'Succeeded'
        $run.Metrics.Name | Should -Contain 'RMSE'
        $run.Published.Name | Should -Contain 'rec_Shop_Recommendation'
    }

    It 'names the nearest option' {
        { Invoke-RecTraining -Algorithm Als -ModelName Shop -Table Rating -Option @{ Factor = 8 } } |
            Should -Throw -ErrorId 'OptionUnknown,RecTools.PowerShell.InvokeRecTraining'
    }

    It 'writes nothing with -WhatIf' {
        $before = @(Get-RecRun).Count
        Invoke-RecTraining -Algorithm Bias -ModelName Shop -Table Rating -WhatIf
        @(Get-RecRun).Count | Should -Be $before
    }
}

Describe 'Get-RecRecommendation' {
    It 'takes users from the pipeline' {
        1..3 | Get-RecRecommendation -ModelName Shop -Top 2 | Should -HaveCount 6
    }

    It 'gives the evidence' {
        (Get-RecRecommendation Shop 1 -Top 1 -Explain).Evidence.Count | Should -BeGreaterThan 0
    }
}

Describe 'Undo-RecRun' {
    It 'puts the publication before back' {
        $null = Invoke-RecTraining -Algorithm Bias -ModelName Shop -Table Rating
        (Undo-RecRun -ModelName Shop).RunId | Should -Be 1
    }
}
