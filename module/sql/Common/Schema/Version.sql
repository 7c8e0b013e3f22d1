SELECT MAX(Version) FROM {rec}SchemaVersion;
