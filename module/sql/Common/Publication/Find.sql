SELECT RunId, ResultName, ViewName, TableName, ColumnList, RowsLoaded FROM {rec}Publication WHERE ModelName = @ModelName ORDER BY RunId, ResultName;
