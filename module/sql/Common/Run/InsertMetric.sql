INSERT INTO {rec}Metric (RunId, Split, Name, K, Value, Lower, Upper) VALUES (@RunId, @Split, @Name, @K, @Value, @Lower, @Upper);
