SELECT TOP (1) status_desc, service_account FROM sys.dm_server_services WHERE servicename LIKE N'SQL Server Agent%';
