INSERT INTO {rec}Publication (RunId, ModelName, ResultName, ViewName, TableName, ColumnList)
VALUES (@RunId, @ModelName, @ResultName, @ViewName, @TableName, @ColumnList);
