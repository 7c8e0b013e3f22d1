INSERT INTO rec.Run (ModelName, Algorithm, Status, Options, StartedAt, Host, Version)
OUTPUT inserted.RunId
VALUES (@ModelName, @Algorithm, 'Running', @Options, @StartedAt, @Host, @Version);
