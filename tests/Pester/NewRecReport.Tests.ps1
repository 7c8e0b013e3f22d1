# Reports in a real pwsh; the same behaviour is covered by xUnit in tests/RecTools.PowerShell.Tests.
BeforeAll {
    Import-Module "$PSScriptRoot/../../RecTools.psd1" -Force
    $null = Connect-RecDatabase -Path (Join-Path $TestDrive 'reports.db')
    $null = New-RecSampleData -Customers 120 -Products 60
    $null = Invoke-RecTraining Popularity Shop -Table Rating
}

AfterAll {
    Disconnect-RecDatabase
}

Describe 'New-RecReport' {
    It 'has the parameter <_>' -ForEach 'Path', 'InputObject', 'ModelName', 'RunId', 'Format', 'Title', 'NoClobber', 'Force', 'Connection', 'WhatIf', 'Confirm' {
        (Get-Command New-RecReport).Parameters.Keys | Should -Contain $_
    }

    It 'writes one file and gives it back' {
        $file = New-RecReport (Join-Path $TestDrive 'shop.html') -ModelName Shop
        $file | Should -BeOfType System.IO.FileInfo
        Get-Content $file.FullName -TotalCount 1 | Should -Be '<!DOCTYPE html>'
    }

    It 'writes JSON that ConvertFrom-Json reads' {
        $file = Get-RecRun Shop | New-RecReport (Join-Path $TestDrive 'shop.json')
        $report = Get-Content $file.FullName -Raw | ConvertFrom-Json
        $report.sections.overview.blocks[0].facts.model | Should -Be 'Shop'
    }

    It 'leaves a file alone with -NoClobber' {
        $path = Join-Path $TestDrive 'kept.md'
        'kept' | Set-Content $path
        { New-RecReport $path -ModelName Shop -NoClobber } | Should -Throw -ErrorId 'FileExists,RecTools.PowerShell.NewRecReport'
        Get-Content $path | Should -Be 'kept'
    }
}
