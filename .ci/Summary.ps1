<#
.SYNOPSIS
    Counts the tests of a run and gives the reason of each that was skipped.
#>
param([string] $Folder)

$ErrorActionPreference = 'Stop'
$passed = 0; $failed = 0; $skipped = 0
$files = [IO.Directory]::GetFiles([IO.Path]::GetFullPath($Folder), '*.trx')
foreach ($file in $files) {
    [xml] $report = [IO.File]::ReadAllText($file)
    foreach ($test in $report.TestRun.Results.UnitTestResult) {
        switch ($test.outcome) {
            'Passed' { $passed++ }
            'NotExecuted' { $skipped++; Write-Host "skipped: $($test.testName): $($test.Output.ErrorInfo.Message)$($test.Output.StdOut)" }
            default { $failed++; Write-Host "FAILED:  $($test.testName)" }
        }
    }
}

$line = "$passed passed, $failed failed, $skipped skipped"
[IO.File]::WriteAllText([IO.Path]::Combine([IO.Path]::GetFullPath($Folder), 'summary.txt'), "$line`n")
Write-Host $line
if ($failed -gt 0 -or $passed -eq 0) { exit 1 }
