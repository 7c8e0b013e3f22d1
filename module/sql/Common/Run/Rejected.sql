SELECT Reason, Count, Example FROM {rec}RejectedRow WHERE RunId = @RunId ORDER BY Count DESC, Reason;
