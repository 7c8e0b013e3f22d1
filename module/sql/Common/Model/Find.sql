SELECT Name, RunId, Algorithm, CreatedAt, State, Format, Size, Sha256
FROM {rec}Model
WHERE State <> 'Loading' AND (@Name IS NULL OR Name LIKE @Name ESCAPE '\') AND (@AllVersions = 1 OR State = 'Current')
ORDER BY Name, RunId DESC;
