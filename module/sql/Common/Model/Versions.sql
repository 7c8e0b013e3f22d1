SELECT RunId, State FROM {rec}Model WHERE Name = @Name ORDER BY RunId DESC;
