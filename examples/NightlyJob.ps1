<#
.SYNOPSIS
    A job file, the environment it needs, and what schedulers are given to run it every night: on a made-up shop in an embedded SQLite file.
.EXAMPLE
    rectools examples/NightlyJob.ps1
#>
$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../RecTools.psd1"

$path = [IO.Path]::Combine([IO.Path]::GetTempPath(), "rectools-$([guid]::NewGuid()).db")
$job = "$PSScriptRoot/nightly.job.json"
Connect-RecDatabase -Path $path | Out-Null
New-RecSampleData | Out-Null

Write-Host '1. Would the job run? Nothing failed, if nothing is shown'
Test-RecEnvironment $job | Where-Object Status -eq Failed | Out-Host

Write-Host '2. The lines that it leaves in the log, without times'
Invoke-RecTraining -ConfigPath $job 6>&1 | Where-Object { $_ -is [Management.Automation.InformationRecord] } | ForEach-Object {
    "$_".Replace($path, 'shop.db').Replace([IO.Path]::GetFileName($path), 'shop.db') -replace '^\S+ ' -replace '[\d.,]+ s\b', '... s'
} | Out-Host

Write-Host '3. On Linux: a line for crontab'
$server = @{ SqlInstance = 'SRV1'; SqlDatabase = 'Sales'; Daily = $true; At = '03:30' }
Register-RecAgentJob 'RecTools Views' /srv/jobs/nightly.job.json @server -RunnerPath /usr/local/bin/rectools -OutputFile /var/log/views.log -Cron | Out-Host

Write-Host '4. Or a service and a timer of systemd'
Register-RecAgentJob 'RecTools Views' /srv/jobs/nightly.job.json @server -RunnerPath /usr/local/bin/rectools -Systemd | Out-Host

Write-Host '5. For SQL Server Agent: the first lines of the script that makes the job'
$script = Register-RecAgentJob 'RecTools Views' 'C:\Jobs\nightly.job.json' @server -RunnerPath 'C:\Program Files\RecTools\rectools.exe' -ProxyName RecTools -OperatorName DBA -ScriptOnly
$script.Split("`n") | Select-Object -First 19 | Out-Host

Disconnect-RecDatabase
Remove-Item "$path*"
