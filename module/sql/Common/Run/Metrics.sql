SELECT Split, Name, K, Value, Lower, Upper FROM {rec}Metric WHERE RunId = @RunId;
