namespace RecTools;

/// <summary>What <c>Install-RecSchema</c> found and left.</summary>
/// <param name="Database">The database.</param>
/// <param name="VersionBefore">Version of the schema before; 0 if there was none.</param>
/// <param name="Version">Version now.</param>
public sealed record SchemaInfo(string Database, int VersionBefore, int Version);
