<#
.SYNOPSIS
    What is bought together: rules from the lines of invoices, published as tables, and recommendations by them.
.DESCRIPTION
    Takes a CSV file of invoice lines, perhaps packed with gzip, whose columns have usual names (InvoiceNo, StockCode, Description, Quantity,
    InvoiceDate, CustomerID, or OrderId, ProductId ...). Lines with a quantity of zero or below are left out as cancelled. Without a file it makes
    the sample shop.
.EXAMPLE
    rectools examples/Baskets.ps1
.EXAMPLE
    rectools examples/Baskets.ps1 -File OnlineRetail.csv.gz -MinSupport 0.01 -MinConfidence 0.5
#>
param(
    [string] $File,
    [double] $MinSupport = 0.01,
    [double] $MinConfidence = 0.5
)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../RecTools.psd1"
$database = [IO.Path]::Combine([IO.Path]::GetTempPath(), "rectools-$([guid]::NewGuid()).db")
$null = Connect-RecDatabase -Path $database
$null = Install-RecSchema

if ($File) {
    Write-Host "1. The lines of $([IO.Path]::GetFileName($File))"
    $imported = Import-RecInteraction -Path $File -Table InvoiceLine
    Write-Host "   $($imported.RowsWritten) rows"
    $lines = 'SELECT * FROM InvoiceLine'
}
else {
    Write-Host '1. The lines of the sample shop''s orders, with the names of the products'
    $null = New-RecSampleData
    $lines = @'
SELECT o.OrderId, o.CustomerId, o.ProductId, p.Name AS ProductName, o.Quantity, o.OrderedAt
FROM OrderLine AS o JOIN Product AS p ON p.ProductId = o.ProductId
'@
}

Write-Host '2. How many sets of items a support would give'
Find-RecAssociationRule -Query $lines -Estimate | Out-Host

Write-Host '3. The strongest rules, found now and not written anywhere'
$rules = Find-RecAssociationRule -Query $lines -MinSupport $MinSupport -MinConfidence $MinConfidence
$rules | Select-Object -First 10 | Out-Host

Write-Host '4. The same as a model: rules and recommendations published as tables'
$run = Invoke-RecTraining -Algorithm AssociationRules -ModelName Basket -Query $lines -Option @{ MinSupport = $MinSupport; MinConfidence = $MinConfidence }
$run.LeftOut | Out-Host
$run.Published | Out-Host

Write-Host '5. What goes with a basket: from the model, and by plain SQL'
$basket = $rules[0].AntecedentItems
Get-RecRecommendation -ModelName Basket -Basket $basket -Top 3 | Out-Host
$id = if ($basket[0] -is [string]) { "'$($basket[0])'" } else { $basket[0] }
Invoke-RecQuery @"
SELECT g.GoesWithItemId, round(g.Confidence, 3) AS Confidence, round(g.Lift, 1) AS Lift
FROM rec_Basket_GoesWith AS g
WHERE g.ItemId = $id AND g.AntecedentSize = 1
ORDER BY g.RuleId LIMIT 3
"@ | Format-Table | Out-Host

Disconnect-RecDatabase
Remove-Item "$database*"
