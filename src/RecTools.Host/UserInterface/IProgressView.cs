using System.Management.Automation;

namespace RecTools.Host.UserInterface;

/// <summary>Shows how far long work is.</summary>
internal interface IProgressView
{
    /// <summary>Takes note of a progress record, and shows it if it is time to.</summary>
    void Report(ProgressRecord record);

    /// <summary>Takes away what is drawn, before other text is written or when the work has ended.</summary>
    void Hide();

    /// <summary>Forgets all work: the command has ended.</summary>
    void Clear();
}
