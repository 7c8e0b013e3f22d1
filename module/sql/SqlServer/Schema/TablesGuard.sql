IF OBJECT_ID(N'rec.{Name}', N'U') IS NULL
