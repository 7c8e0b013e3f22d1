using RecTools;
using RecTools.Data;
using RecTools.Tests;
using RecTools.Training;

// Waits for a line, so that a spare process can stand ready; the connection comes by the environment, which no list of processes shows.
Console.WriteLine(StageTeller.Ready);
Console.ReadLine();
Console.WriteLine(StageTeller.Open);
var connection = Connections.FromString(Environment.GetEnvironmentVariable(ProcessRequest.ConnectionVariable)!);
TrainingRun.Execute(ProcessRequest.OfProcess, connection, new StageTeller(), CancellationToken.None);
Console.WriteLine(StageTeller.Ended);
