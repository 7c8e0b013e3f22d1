INSERT INTO {rec}Model (RunId, Name, Algorithm, State, CreatedAt, Format, Sha256, Size, Content)
VALUES (@RunId, @Name, @Algorithm, 'Loading', @CreatedAt, @Format, @Sha256, @Size, @Content);
