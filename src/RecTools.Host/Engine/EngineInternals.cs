using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace RecTools.Host.Engine;

/// <summary>
/// The few things that pwsh itself reaches inside the engine for and that have no public door. The engine's exact version is pinned and comes with the
/// host, and tests run each of these, so a change shows when the version is raised and not on a user's machine.
/// </summary>
internal static class EngineInternals
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private const string FormatNamespace = "Microsoft.PowerShell.Commands.Internal.Format.";

    private static readonly Assembly Engine = typeof(PSObject).Assembly;

    /// <summary>Makes <c>exit n</c> in the next script file reach the host, as <c>pwsh -File</c> does; otherwise it would only end the file.</summary>
    public static void LetExitReachTheHost(Runspace runspace)
    {
        object context = Property(runspace.GetType(), "ExecutionContext").GetValue(runspace)!;
        Property(context.GetType(), "ScriptCommandProcessorShouldRethrowExit").SetValue(context, true);
    }

    /// <summary>Gives a format command the engine's own implementation of its shape.</summary>
    /// <param name="command">A command derived from the engine's base class.</param>
    /// <param name="shape">Name of the shape: Table or List.</param>
    public static void UseShape(PSCmdlet command, string shape) =>
        SetImplementation(command, New("InnerFormatShapeCommand", Enum.Parse(FormatType("FormatShape"), shape)));

    /// <summary>Makes an output command write its formatted lines to a writer.</summary>
    /// <param name="command">A command derived from the engine's base class.</param>
    /// <param name="writer">Takes the lines.</param>
    /// <param name="columns">Width of a line.</param>
    public static void WriteFormattedTo(PSCmdlet command, TextWriter writer, int columns)
    {
        object manager = New("OutputManagerInner");
        Property(manager.GetType(), "LineOutput").SetValue(manager, New("TextWriterLineOutput", writer, columns));
        SetImplementation(command, manager);
    }

    /// <summary>Makes the exception by which a command tells those before it in the pipeline to produce no more.</summary>
    public static Exception StopUpstream(PSCmdlet command) =>
        (Exception)Activator.CreateInstance(
            Engine.GetType("System.Management.Automation.StopUpstreamCommandsException", throwOnError: true)!, Instance, null, [command], null)!;

    private static void SetImplementation(PSCmdlet command, object implementation) =>
        FormatType("FrontEndCommandBase").GetField("implementation", Instance)!.SetValue(command, implementation);

    private static object New(string type, params object[] arguments) =>
        Activator.CreateInstance(FormatType(type), Instance, null, arguments, null)!;

    private static Type FormatType(string name) => Engine.GetType(FormatNamespace + name, throwOnError: true)!;

    private static PropertyInfo Property(Type type, string name) =>
        type.GetProperty(name, Instance) ?? throw new MissingMemberException(type.FullName, name);
}
