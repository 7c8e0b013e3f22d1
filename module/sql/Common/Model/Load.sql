SELECT Name, RunId, Algorithm, CreatedAt, State, Format, Size, Sha256, Content
FROM {rec}Model
WHERE Name = @Name AND State <> 'Loading' AND ((@RunId IS NULL AND State = 'Current') OR RunId = @RunId);
