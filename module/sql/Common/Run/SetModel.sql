UPDATE {rec}Run SET Algorithm = @Algorithm, Options = @Options WHERE RunId = @RunId;
