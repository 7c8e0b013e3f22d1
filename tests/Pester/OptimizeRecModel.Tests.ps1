# Searches of settings in a real pwsh; the same behaviour is covered by xUnit in tests/RecTools.PowerShell.Tests.
BeforeAll {
    Import-Module "$PSScriptRoot/../../RecTools.psd1" -Force
    $null = Connect-RecDatabase -Path (Join-Path $TestDrive 'shop.db')
    $null = New-RecSampleData -Customers 120 -Products 60
}

AfterAll {
    Disconnect-RecDatabase
}

Describe 'Optimize-RecModel' {
    It 'has the parameter <_>' -ForEach 'Algorithm', 'Table', 'Query', 'Path', 'TestPath', 'Option', 'Space', 'TimeBudget', 'MaxTrials', 'Metric', 'Folds',
        'TrialPath', 'OutFile', 'Force', 'Seed', 'Threads', 'WhatIf' {
        (Get-Command Optimize-RecModel).Parameters.Keys | Should -Contain $_
    }

    It 'finds settings, keeps its trials and writes a job file that trains' {
        $trials = Join-Path $TestDrive 'trials.jsonl'
        $job = Join-Path $TestDrive 'best.job.json'
        $found = Optimize-RecModel ImplicitAls -Table PageView -Space @{ Factors = 4, 8 } -MaxTrials 3 -Folds 2 -TrialPath $trials -OutFile $job
        $found.Trials.Count | Should -Be 3
        (Get-Content $trials).Count | Should -Be 4
        (Invoke-RecTraining -ConfigPath $job -NoPublish).Algorithm | Should -Be 'ImplicitAls'
    }

    It 'writes nothing with -WhatIf' {
        $job = Join-Path $TestDrive 'other.job.json'
        Optimize-RecModel ImplicitAls -Table PageView -MaxTrials 1 -OutFile $job -WhatIf | Should -BeNullOrEmpty
        Test-Path $job | Should -BeFalse
    }

    It 'says what a space looks like' {
        $thrown = { Optimize-RecModel ImplicitAls -Table PageView -Space @{ Factors = @{ Min = 4 } } } | Should -Throw -ErrorId 'SpaceUnclear,RecTools.PowerShell.OptimizeRecModel' -PassThru
        $thrown.ErrorDetails.RecommendedAction | Should -BeLike '*Min*Max*'
    }
}

Describe 'Invoke-RecTraining -Algorithm Auto' {
    It 'publishes the winner and says why' {
        $run = Invoke-RecTraining Auto Best -Table PageView -Option @{ Algorithms = 'Popularity', 'ItemKnn'; MaxTrials = 4; Folds = 2 }
        $run.Algorithm | Should -BeIn 'Popularity', 'ItemKnn', 'Hybrid'
        $run.Choice | Should -BeLike '*was taken: nDCG*'
        (Get-RecModel Best).Algorithm | Should -Be $run.Algorithm
    }
}
