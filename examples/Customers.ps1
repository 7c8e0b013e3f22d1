<#
.SYNOPSIS
    Groups of customers from the lines of their orders, published as tables, and a list for a campaign.
.DESCRIPTION
    Takes a CSV file of invoice lines, perhaps packed with gzip, whose columns have usual names (InvoiceNo, StockCode, Description, Quantity,
    InvoiceDate, UnitPrice, CustomerID, or OrderId, ProductId ...). Lines without a customer, without a price, or with a quantity of zero or below
    are left out. Without a file it makes the sample shop.
.EXAMPLE
    rectools examples/Customers.ps1
.EXAMPLE
    rectools examples/Customers.ps1 -File OnlineRetail.csv.gz -ClusterCount 4 -PlotPath segments.svg
#>
param(
    [string] $File,
    [object] $ClusterCount = 4,
    [string] $PlotPath
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
SELECT o.OrderId, o.CustomerId, o.ProductId, p.Name AS ProductName, o.Quantity, o.UnitPrice, o.OrderedAt
FROM OrderLine AS o JOIN Product AS p ON p.ProductId = o.ProductId
'@
}

Write-Host '2. How many groups? The silhouette of each number, found now and not written anywhere'
$features = @{ OrderFeature = 'Recency', 'Frequency', 'Monetary' }
Find-RecCluster -Query $lines @features -As Curve | Out-Host

Write-Host '3. Four groups as a model: what they are like, and tables that say who belongs to them'
$plots = if ($PlotPath) { @{ PlotPath = $PlotPath } } else { @{} }
$run = Invoke-RecTraining -Algorithm KMeans -ModelName Segments -Query $lines @features -Option @{ ClusterCount = $ClusterCount } @plots
$run.Clusters | Out-Host
$run.Clusters[0].Features | Out-Host
$run.Published | Out-Host

Write-Host '4. A list for a campaign, by plain SQL: those nearest to the middle of the last group'
Invoke-RecQuery @'
SELECT m.CustomerId, c.Label, round(m.Distance, 3) AS Distance
FROM rec_Segments_ClusterMember AS m JOIN rec_Segments_Cluster AS c ON c.ClusterId = m.ClusterId
WHERE c.ClusterId = (SELECT max(ClusterId) FROM rec_Segments_Cluster)
ORDER BY m.Distance, m.CustomerId LIMIT 5
'@ | Format-Table | Out-Host

Write-Host '5. Tomorrow, customers as they are then, placed in the same groups without finding new ones'
$placed = Publish-RecModel -ModelName Segments
Write-Host "   $($placed.Clusters.Size -join ', ') customers, run $($placed.RunId)"

Disconnect-RecDatabase
Remove-Item "$database*"
