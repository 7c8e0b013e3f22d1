using RecTools.Host.CommandLine;

namespace RecTools.Tests;

public sealed class CommandLineParserTests
{
    [Fact]
    public void What_follows_the_script_is_the_scripts()
    {
        HostOptions options = CommandLineParser.Parse(["-NoLogo", "-NonInteractive", "job.ps1", "-Command", "x", "--help"]);
        Assert.Equal((RunMode.Script, "job.ps1"), (options.Mode, options.Text));
        Assert.Equal(["-Command", "x", "--help"], options.Arguments);
        Assert.True(options is { NoLogo: true, NonInteractive: true });
    }

    [Theory]
    [InlineData("-c")]
    [InlineData("-Command")]
    [InlineData("--COMMAND")]
    public void A_command_takes_the_rest_of_the_line(string option)
    {
        HostOptions options = CommandLineParser.Parse([option, "a", "-b", "c"]);
        Assert.Equal((RunMode.Command, "a -b c"), (options.Mode, options.Text));
    }

    [Theory]
    [InlineData("-Command")]
    [InlineData("-File")]
    [InlineData("-Frobnicate")]
    public void Unknown_options_and_missing_values_are_refused(string option) =>
        Assert.Contains(option, Assert.Throws<UsageException>(() => CommandLineParser.Parse([option])).Message, StringComparison.Ordinal);

    [Fact]
    public void No_arguments_mean_the_prompt() => Assert.Equal(RunMode.Prompt, CommandLineParser.Parse([]).Mode);
}
