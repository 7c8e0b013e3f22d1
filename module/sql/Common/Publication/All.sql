SELECT RunId, ResultName, ViewName, TableName, ColumnList, RowsLoaded FROM {rec}Publication ORDER BY RunId, ResultName;
