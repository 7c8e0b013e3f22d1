<#
.SYNOPSIS
    From nothing to published recommendations in a minute, on a made-up shop in an embedded SQLite file.
.EXAMPLE
    rectools examples/Quickstart.ps1
.EXAMPLE
    rectools examples/Quickstart.ps1 -Path shop.db     # keeps the file
#>
param([string] $Path)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../RecTools.psd1"

$keep = [bool] $Path
if (-not $keep) { $Path = [IO.Path]::Combine([IO.Path]::GetTempPath(), "rectools-$([guid]::NewGuid()).db") }

Write-Host '1. A shop to try things on: customers, products, orders, ratings, page views'
$shop = Connect-RecDatabase -Path $Path
New-RecSampleData | Out-Host

Write-Host '2. Learn tastes from the ratings, measure on ratings held back, publish ten recommendations for everybody'
$run = Invoke-RecTraining -Algorithm Als -ModelName Shop -Table Rating
$run.Metrics | Out-Host

Write-Host "3. What customer 1 should see next, with the products' names, read by plain SQL"
Invoke-RecQuery @'
SELECT r.Rank, p.Name AS Product, p.Category, round(r.Score, 2) AS Score
FROM rec_Shop_Recommendation AS r
JOIN Product AS p ON p.ProductId = r.ItemId
WHERE r.UserId = 1 AND r.Rank <= 5
ORDER BY r.Rank
'@ | Format-Table | Out-Host

Write-Host '4. The same from the stored model, with the reasons'
Get-RecRecommendation -ModelName Shop -UserId 1 -Top 3 | Out-Host

Write-Host '5. The table that any application can read'
$run.Published | Out-Host

Disconnect-RecDatabase
if ($keep) {
    Write-Host "The database is $Path"
}
else {
    Remove-Item "$Path*"
}
