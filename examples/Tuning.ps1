<#
.SYNOPSIS
    Better settings by themselves, the best algorithm by itself, and a job file that keeps what was found.
.DESCRIPTION
    Makes the sample shop. Trials are counted here rather than timed, so that the example prints the same on every machine; give -TimeBudget in earnest.
.EXAMPLE
    rectools examples/Tuning.ps1
#>
param([int] $Trials = 12)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../RecTools.psd1"
$folder = [IO.Directory]::CreateTempSubdirectory('rectools-').FullName
$null = Connect-RecDatabase -Path ([IO.Path]::Combine($folder, 'shop.db'))
$null = New-RecSampleData -Customers 300 -Products 120

Write-Host '1. Settings of ImplicitAls on what customers looked at, searched on folds of the training rows'
$trialFile = [IO.Path]::Combine($folder, 'trials.jsonl')
$jobFile = [IO.Path]::Combine($folder, 'best.job.json')
$search = @{ Algorithm = 'ImplicitAls'; ModelName = 'Views'; Table = 'PageView'; TrialPath = $trialFile; OutFile = $jobFile }
$found = Optimize-RecModel @search -MaxTrials $Trials
$found.Trials | Select-Object Number, Status, @{ Name = 'nDCG'; Expression = { $_.Value.ToString('0.0000', [cultureinfo]::InvariantCulture) } },
    @{ Name = 'Folds'; Expression = { $_.FoldValues.Count } } | Format-Table | Out-Host
Write-Host "   $($found.Reason)"

Write-Host '2. Test rows, which the search never saw: the settings found, and the defaults'
foreach ($figures in @{ Name = 'found'; Of = $found.TestMetrics }, @{ Name = 'defaults'; Of = $found.DefaultTestMetrics }) {
    Write-Host "   $($figures.Name): $($figures.Of | Where-Object Name -eq nDCG)"
}

Write-Host '3. More trials tomorrow: the same command goes on from the file of trials'
$more = Optimize-RecModel @search -MaxTrials ($Trials + 4) -Force
Write-Host "   $($more.Trials.Count) trials, the first $($found.Trials.Count) of them read from the file"

Write-Host '4. The job file trains and publishes with what was found'
$run = Invoke-RecTraining -ConfigPath $jobFile 6> $null
Write-Host "   $($run.Algorithm), $($run.Metrics | Where-Object Name -eq nDCG)"

Write-Host '5. Not even the algorithm has to be named'
$choice = Invoke-RecTraining -Algorithm Auto -ModelName Best -Table PageView -Option @{ MaxTrials = $Trials; Algorithms = 'Popularity', 'ItemKnn', 'ImplicitAls', 'Ease' }
Write-Host "   $($choice.Choice)"
$choice.Metrics | Where-Object Name -in nDCG, PopularitynDCG, Trials | Out-Host

Disconnect-RecDatabase
Remove-Item $folder -Recurse
