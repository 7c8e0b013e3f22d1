<#
.SYNOPSIS
    A neural network of user and item embeddings: trained, watched epoch by epoch, asked who is like whom, and its vectors taken elsewhere.
.EXAMPLE
    rectools examples/Embedding.ps1
#>
param()

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../RecTools.psd1"
$database = [IO.Path]::Combine([IO.Path]::GetTempPath(), "rectools-$([guid]::NewGuid()).db")
$null = Connect-RecDatabase -Path $database
$null = New-RecSampleData

Write-Host '1. Train on ratings; each epoch is measured on ratings held back, and the best one is kept'
$run = Invoke-RecTraining -Algorithm Embedding -ModelName Net -Table Rating -Option @{ Epochs = 5; ValidationShare = 0.1; Schedule = 'Constant' } -NoRefit
$run.Steps | Select-Object Step, @{ n = 'Loss'; e = { $_.Loss.ToString('0.000') } }, @{ n = 'RMSE'; e = { $_.Validation.ToString('0.000') } } | Out-Host

Write-Host '2. How good the kept epoch is on the ratings of the holdout'
$run.Metrics | Where-Object { $_.Split -eq 'Holdout' -and $_.Name -in 'RMSE', 'MAE' } | Out-Host

Write-Host '3. Customers and products that the network finds alike'
Get-RecSimilarUser -ModelName Net -UserId 1 -Top 3 | Out-Host
Get-RecSimilarItem -ModelName Net -ItemId 1 -Top 3 | Out-Host

Write-Host '4. The vectors as a table, for whatever else can make use of them'
Export-RecEmbedding -ModelName Net -Table ProductVector | Out-Host
Invoke-RecQuery 'SELECT ItemId, Position, ROUND(Value, 3) AS Value FROM ProductVector ORDER BY ItemId, Position LIMIT 3' | Out-Host

Disconnect-RecDatabase
Remove-Item "$database*"
