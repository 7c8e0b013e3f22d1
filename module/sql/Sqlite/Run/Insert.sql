INSERT INTO {rec}Run (ModelName, Algorithm, Status, Options, StartedAt, Host, Version)
VALUES (@ModelName, @Algorithm, 'Running', @Options, @StartedAt, @Host, @Version)
RETURNING RunId;
