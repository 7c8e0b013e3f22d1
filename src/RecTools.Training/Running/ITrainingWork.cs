namespace RecTools.Training;

/// <summary>What a run does between its record's opening and its results' publication, for one kind of algorithm.</summary>
internal interface ITrainingWork
{
    /// <summary>Reads, fits and measures.</summary>
    /// <exception cref="RecException">What went wrong and what to do about it.</exception>
    TrainedModel Train(RunContext run);
}
