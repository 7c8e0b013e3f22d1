<#
.SYNOPSIS
    How good is a model, honestly: intervals, groups of users, a split that does not tell it the future, and a comparison with the trivial model.
.DESCRIPTION
    Makes the sample shop, trains a model, measures it on rows held back, and compares it with others on the same rows.
.EXAMPLE
    rectools examples/Measuring.ps1
#>
$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../RecTools.psd1"
$database = [IO.Path]::Combine([IO.Path]::GetTempPath(), "rectools-$([guid]::NewGuid()).db")
$null = Connect-RecDatabase -Path $database
$null = New-RecSampleData
$null = Invoke-RecTraining -Algorithm ImplicitAls -ModelName Shop -Table PageView

Write-Host '1. The stored model, its algorithm fitted anew on its own rows without the latest fifth'
$measured = Get-RecModel Shop | Measure-RecModel -Split Time
Write-Host "   $($measured.TrainRows) rows learned from, $($measured.TestRows) measured on, $($measured.UsersMeasured) users"
$measured.Metrics | Where-Object Name -in nDCG, HitRate, Coverage, Novelty, PopularityBias, Diversity | Out-Host

Write-Host '2. The same by how much is known of a user: the mean hides whom it serves less well'
$measured.Segments | Format-Table Segment, Value, UserCount, @{ Label = 'nDCG'; Expression = { ($_.Metrics | Where-Object Name -eq nDCG).Value.ToString('0.0000') } } | Out-Host

Write-Host '3. A random split tells the model the future, and it is told so'
$random = Measure-RecModel Shop -Split RandomUser -WarningAction SilentlyContinue
Write-Host "   $($random.Leak.LeakedRows) of $($random.Leak.TestRows) test rows lie before rows that were learned from"
Write-Host "   $(($random.Metrics | Where-Object Name -eq nDCG)) at random, $(($random.Leak.Instead | Where-Object Name -eq nDCG)) by time"

Write-Host '4. Several models on the same rows, and whether their differences are more than chance'
$board = Compare-RecModel ImplicitAls, ItemKnn, 'ItemKnn(Neighbors=5)', Ease -Table PageView -Split Time
$board | Format-Table Rank, Name, @{ Label = 'nDCG'; Expression = { $_.Value.ToString('0.0000') } }, Verdict | Out-Host

Write-Host '5. On ratings, the same algorithm loses to what is popular, and is called so'
$ratings = Compare-RecModel ImplicitAls -Table Rating -Split Time -WarningAction SilentlyContinue
$ratings | Format-Table Rank, Name, @{ Label = 'nDCG'; Expression = { $_.Value.ToString('0.0000') } }, Verdict | Out-Host
$ratings[0].Comparison.Warnings | ForEach-Object { Write-Host "   $_" }

Disconnect-RecDatabase
Remove-Item "$database*"
