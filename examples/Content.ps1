<#
.SYNOPSIS
    Recommendations by what describes the products, so that those which nobody has bought yet can be recommended too, with the reason by feature.
.DESCRIPTION
    Makes the sample shop, and takes the newest tenth of the products away from what is learned, as if they had come into the shop today.
.EXAMPLE
    rectools examples/Content.ps1
#>
param([string] $Algorithm = 'ContentBased')

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../RecTools.psd1"
$database = [IO.Path]::Combine([IO.Path]::GetTempPath(), "rectools-$([guid]::NewGuid()).db")
$null = Connect-RecDatabase -Path $database
$null = New-RecSampleData

Write-Host '1. Learn from the ratings of old products which features each customer likes; the new ones are in the table of products alone'
$products = @{ ItemTable = 'Product'; ItemFeature = 'Category', 'Subcategory', 'Brand', 'Price', 'Tags:List' }
$run = Invoke-RecTraining -Algorithm $Algorithm -ModelName Taste -Query 'SELECT CustomerId, ProductId, Rating FROM Rating WHERE ProductId <= 450' @products -EvidenceTop 3
Write-Host "   $($run.UserCount) customers, $($run.ItemCount) products"

Write-Host '2. The best of the new products for three customers, and why'
Get-RecRecommendation -ModelName Taste -UserId 1, 2, 3 -Top 2 -ItemFilter 'SELECT ProductId FROM Product WHERE ProductId > 450' | Out-Host

Write-Host '3. What speaks for the first of them, and how much'
(Get-RecRecommendation -ModelName Taste -UserId 1 -Top 1 -ItemFilter 'SELECT ProductId FROM Product WHERE ProductId > 450' -Explain).Evidence | Out-Host

Write-Host '4. How good that is: all ratings of a tenth of the products held back, so that nobody has them'
(Invoke-RecTraining -Algorithm $Algorithm -ModelName Taste -Table Rating @products -Split ColdItem -Holdout 0.1 -NoPublish).Metrics |
    Where-Object Name -in RMSE, nDCG, HitRate, Coverage | Out-Host
Write-Host '   and what is popular among the others, as a mark'
(Invoke-RecTraining -Algorithm Popularity -ModelName Mark -Table Rating -Split ColdItem -Holdout 0.1 -NoPublish).Metrics |
    Where-Object Name -in nDCG, HitRate, Coverage | Out-Host

Disconnect-RecDatabase
Remove-Item "$database*"
