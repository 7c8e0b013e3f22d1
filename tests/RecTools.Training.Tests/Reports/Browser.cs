using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RecTools.Tests;

/// <summary>Chromium without a window, told what to do by its debugging protocol.</summary>
internal sealed class Browser : IDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    private readonly string profile = Directory.CreateTempSubdirectory("rectools-browser-").FullName;
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource patience = new(TimeSpan.FromMinutes(3));
    private readonly List<JsonNode> events = [];
    private readonly Process process;
    private string? session;
    private int sent;

    private Browser(string program)
    {
        process = Process.Start(new ProcessStartInfo(program, ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-background-networking", $"--user-data-dir={profile}", "--remote-debugging-port=0", "about:blank"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        const string Told = "DevTools listening on ";
        string? line;
        do
        {
            line = process.StandardError.ReadLine() ?? throw new InvalidOperationException($"{program} did not start.");
        }
        while (!line.StartsWith(Told, StringComparison.Ordinal));
        _ = process.StandardError.ReadToEndAsync(patience.Token);
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        socket.ConnectAsync(new Uri(line[Told.Length..]), patience.Token).GetAwaiter().GetResult();
        var target = Do("Target.createTarget", new() { ["url"] = "about:blank" })["targetId"]!.GetValue<string>();
        session = Do("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true })["sessionId"]!.GetValue<string>();
        foreach (var domain in new[] { "Page", "Network", "Runtime", "Log" })
        {
            Do($"{domain}.enable");
        }
    }

    /// <summary>Addresses that were asked for.</summary>
    public IEnumerable<string> Requests => events.Where(one => Is(one, "Network.requestWillBeSent")).Select(one => one["params"]!["request"]!["url"]!.GetValue<string>());

    /// <summary>What the page complained of.</summary>
    public IEnumerable<string> Complaints => events.Where(one => Is(one, "Runtime.exceptionThrown") || Is(one, "Log.entryAdded") || Is(one, "Runtime.consoleAPICalled")).Select(one => one.ToJsonString());

    /// <summary>Starts it; skips the calling test where it is not installed.</summary>
    public static Browser Start()
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(folder => folder.Length > 0)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        Assert.SkipUnless(program is not null, "needs Chromium on the PATH, which is not here");
        return new Browser(program!);
    }

    /// <summary>Opens a file as a screen of a width shows it.</summary>
    public void Open(string path, int width, bool dark = false, string media = "screen")
    {
        Do("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600 });
        Do("Emulation.setEmulatedMedia", new() { ["media"] = media, ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }) });
        Do("Page.navigate", new() { ["url"] = new Uri(path).AbsoluteUri });
        while (Evaluate("document.readyState + ' ' + location.protocol") != "complete file:")
        {
            Thread.Sleep(20);
        }
    }

    /// <summary>The value of an expression in the page, as text.</summary>
    public string Evaluate(string expression) =>
        Do("Runtime.evaluate", new() { ["expression"] = $"String({expression})", ["returnByValue"] = true })["result"]!["value"]!.GetValue<string>();

    /// <summary>A picture of the page, or of its first so many pixels.</summary>
    public byte[] Picture(int width, int tallest = 16_000)
    {
        var height = Math.Min(tallest, int.Parse(Evaluate("document.documentElement.scrollHeight"), null));
        var clip = new JsonObject { ["x"] = 0, ["y"] = 0, ["width"] = width, ["height"] = height, ["scale"] = 1 };
        return Convert.FromBase64String(Do("Page.captureScreenshot", new() { ["captureBeyondViewport"] = true, ["clip"] = clip })["data"]!.GetValue<string>());
    }

    public void Dispose()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        patience.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    private static bool Is(JsonNode one, string method) => one["method"]!.GetValue<string>() == method;

    private JsonNode Do(string method, JsonObject? parameters = null)
    {
        var id = ++sent;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, patience.Token).GetAwaiter().GetResult();
        while (true)
        {
            var answer = Receive();
            if (answer["id"]?.GetValue<int>() == id)
            {
                return answer["result"] ?? throw new InvalidOperationException($"{method}: {answer.ToJsonString()}");
            }

            if (answer["method"] is not null)
            {
                events.Add(answer);
            }
        }
    }

    private JsonNode Receive()
    {
        using var text = new MemoryStream();
        var buffer = new byte[1 << 16];
        WebSocketReceiveResult part;
        do
        {
            part = socket.ReceiveAsync(buffer, patience.Token).GetAwaiter().GetResult();
            text.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(text.ToArray())!;
    }
}
