@{
    RootModule           = 'module/bin/RecTools.PowerShell.dll'
    FormatsToProcess     = @('module/RecTools.format.ps1xml', 'module/RecTools.Clusters.format.ps1xml', 'module/RecTools.Measuring.format.ps1xml', 'module/RecTools.Searching.format.ps1xml', 'module/RecTools.Results.format.ps1xml', 'module/RecTools.Lists.format.ps1xml')
    ModuleVersion        = '0.1.0'
    GUID                 = '0df0228e-965e-4184-a4e8-83085ab8b6f6'
    Author               = 'RecTools contributors'
    CompanyName          = 'RecTools'
    Copyright            = '(c) RecTools contributors'
    Description          = 'Recommenders for people who keep sales, ratings or clicks in SQL Server or SQLite: trained, measured and published as tables.'
    PowerShellVersion    = '7.6'
    CompatiblePSEditions = @('Core')
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    CmdletsToExport      = @(
        'Connect-RecDatabase', 'Disconnect-RecDatabase'
        'Install-RecSchema', 'Uninstall-RecSchema'
        'Import-RecInteraction', 'New-RecSampleData', 'Invoke-RecQuery'
        'Invoke-RecTraining', 'New-RecTrainingConfig', 'Publish-RecModel', 'Find-RecAssociationRule', 'Find-RecCluster'
        'Get-RecRecommendation', 'Get-RecPrediction', 'Get-RecSimilarItem', 'Get-RecSimilarUser'
        'Get-RecModel', 'Export-RecModel', 'Export-RecEmbedding', 'Import-RecModel', 'Remove-RecModel'
        'Measure-RecModel', 'Compare-RecModel', 'Optimize-RecModel'
        'Get-RecRun', 'Undo-RecRun', 'New-RecReport'
        'Register-RecAgentJob', 'Unregister-RecAgentJob', 'Test-RecEnvironment'
    )
    PrivateData          = @{
        PSData = @{
            Tags = @('Recommender', 'SQLServer', 'SQLite', 'MachineLearning', 'DataMining')
        }
    }
}
