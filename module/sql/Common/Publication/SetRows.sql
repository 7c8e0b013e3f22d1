UPDATE {rec}Publication SET RowsLoaded = @RowsLoaded WHERE RunId = @RunId AND ResultName = @ResultName;
