INSERT INTO {rec}RejectedRow (RunId, Reason, Count, Example) VALUES (@RunId, @Reason, @Count, @Example);
