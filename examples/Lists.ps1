<#
.SYNOPSIS
    Recommendations under business rules: only what may be sold, not too much of one kind, something pinned, and lists that follow new rows without training.
.DESCRIPTION
    Makes the sample shop. The rules are plain SELECTs, so that they can join whatever the database knows.
.EXAMPLE
    rectools examples/Lists.ps1
#>
param([string] $Algorithm = 'ImplicitAls')

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../RecTools.psd1"
$database = [IO.Path]::Combine([IO.Path]::GetTempPath(), "rectools-$([guid]::NewGuid()).db")
$null = Connect-RecDatabase -Path $database
$null = New-RecSampleData

Write-Host '1. Rules as SQL: nothing above 100, a garden shear on top, two of a category at most; what that costs in accuracy'
$rules = @{
    ItemFilter     = 'SELECT ProductId, Category, ProductId = 418 AS Pinned FROM Product WHERE Price <= 100'
    MaxPerCategory = 2
    Diversity      = 0.1
}
$run = Invoke-RecTraining -Algorithm $Algorithm -ModelName Shop -Table PageView -Top 6 @rules
$run.Metrics | Where-Object Name -in nDCG, HitRate, Coverage, Diversity | Out-Host

Write-Host '2. The list of customer 1, as applications read it'
$list = @'
SELECT r.Rank, p.Name AS Product, p.Category, p.Price, r.ReasonKind
FROM rec_Shop_Recommendation AS r JOIN Product AS p ON p.ProductId = r.ItemId
WHERE r.UserId = 1 ORDER BY r.Rank
'@
Invoke-RecQuery $list | Format-Table | Out-Host

Write-Host '3. Customers may be recommended only what their own city has on the shelf; who has no row gets nothing'
$shelf = 'SELECT c.CustomerId, p.ProductId FROM Customer AS c JOIN Product AS p ON (p.ProductId + length(c.City)) % 4 = 0'
Get-RecRecommendation -ModelName Shop -UserId 1 -Top 3 -CandidateQuery $shelf | Out-Host

Write-Host '4. Customer 1 looks at tents, and a new customer comes: their lists follow at once, without training; all others stay as they are'
$now = [datetime]::new(2026, 1, 1)
$views = foreach ($customer in 1, 9001) {
    foreach ($product in 1, 11, 21, 31) { [pscustomobject]@{ CustomerId = $customer; ProductId = $product; ViewedAt = $now } }
}
$null = $views | Import-RecInteraction -Table PageView -Append
$published = Publish-RecModel -ModelName Shop -OnlyChanged @rules
Write-Host "   $($published.ChangedUsers) customers scored"
Invoke-RecQuery $list | Format-Table | Out-Host

Disconnect-RecDatabase
Remove-Item "$database*"
