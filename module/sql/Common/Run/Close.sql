UPDATE {rec}Run
SET Status = @Status, EndedAt = @EndedAt, RowsRead = @RowsRead, RowsRejected = @RowsRejected, RowsWritten = @RowsWritten,
    InputHash = @InputHash, ResultHash = @ResultHash, ErrorId = @ErrorId, ErrorMessage = @ErrorMessage
WHERE RunId = @RunId;
