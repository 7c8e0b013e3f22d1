using FsCheck;
using FsCheck.Fluent;

namespace RecTools.Tests;

/// <summary>Names that would do harm if they ever stood in a statement as they are.</summary>
internal static class HostileNames
{
    /// <summary>What names of tables begin with, so that they are found again.</summary>
    public const string Prefix = "RecTools";

    private const int Longest = 128;
    private const int MostParts = 8;

    private static readonly string[] Parts =
    [
        "]", "[", "]]", "\"", "\"\"", "'", "''", ";", "--", "/*", "*/", "`", " ", ".", ",", "(", ")", "@Name", "$x", "?", "%", "_", "\\", "\n", "\t", "\u200b", "\u202e",
        "a", "Z", "0", "é", "ß", "İ", "日本", "😀", "{Table}", "{Destination}", "{Columns}", "{Key}", "{rec}",
        "; DROP TABLE RecToolsCanary; --", "]; DROP TABLE RecToolsCanary; --", "\"; DROP TABLE RecToolsCanary; --", "'); DELETE FROM RecToolsCanary; --", "x\" int); DROP TABLE RecToolsCanary; --",
        "UNION SELECT", "sqlite_master", "CON", "..", "\r\nGO\r\n",
    ];

    // What a database must refuse, or what makes a name as long as may be.
    private static readonly string[] RareParts = ["\0", "\ud800", new('n', Longest)];

    /// <summary>Names of which the longest have, with the prefix, 128 characters, and now and then one too many.</summary>
    public static Arbitrary<string> Any { get; } =
        (from count in Gen.Choose(1, MostParts)
         from parts in Gen.Frequency((40, Gen.Elements(Parts)), (1, Gen.Elements(RareParts))).ArrayOf(count)
         let name = string.Concat(parts)
         let longest = Longest - Prefix.Length + (count == MostParts ? 1 : 0)
         select name.Length > longest ? name[..longest] : name).ToArbitrary();

    /// <summary>Names that a file of this system may have.</summary>
    public static Arbitrary<string> OfFiles { get; } = Any.Generator
        .Select(name => string.Concat(name.Where(c => !char.IsSurrogate(c) && !Path.GetInvalidFileNameChars().Contains(c))))
        .Select(name => $"x{name[..Math.Min(name.Length, 60)]}x.db")
        .ToArbitrary();
}
