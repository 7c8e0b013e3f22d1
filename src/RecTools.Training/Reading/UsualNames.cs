namespace RecTools.Training;

/// <summary>Names that columns usually have, the likeliest first; blanks, underscores and case do not count.</summary>
internal static class UsualNames
{
    /// <summary>Customers and users.</summary>
    public static readonly string[] User = ["UserId", "User", "CustomerId", "Customer", "MemberId", "Member", "AccountId", "VisitorId", "SessionId"];

    /// <summary>Customers, where each row is one.</summary>
    public static readonly string[] Customer = [.. User, "Id", "Key", "CustomerKey", "CustomerNo", "CustomerNumber", "Name"];

    /// <summary>Orders, invoices and other baskets.</summary>
    public static readonly string[] Basket =
    [
        "BasketId", "Basket", "OrderId", "OrderNo", "OrderNumber", "SalesOrderId", "SalesOrderNumber", "InvoiceNo", "InvoiceId", "InvoiceNumber", "Invoice",
        "TransactionId", "Transaction", "ReceiptId", "ReceiptNo", "Receipt", "TicketId", "SaleId",
    ];

    /// <summary>Items.</summary>
    public static readonly string[] Item = ["ItemId", "Item", "ProductId", "Product", "MovieId", "Movie", "ArticleId", "Article", "StockCode", "Sku", "TitleId"];

    /// <summary>Ratings, counts and quantities.</summary>
    public static readonly string[] Value = ["Rating", "Value", "Score", "Stars", "Quantity", "Count", "Views", "Clicks", "Weight"];

    /// <summary>Words in the names of columns that say how often or how much, rather than how well liked.</summary>
    public static readonly string[] CountWords = ["Quantity", "Qty", "Count", "View", "Click", "Play", "Purchase", "Weight", "Amount"];

    /// <summary>Points in time.</summary>
    public static readonly string[] Time = ["Timestamp", "Time", "Date", "RatedAt", "OrderedAt", "ViewedAt", "CreatedAt", "OrderDate", "InvoiceDate", "EventTime"];

    /// <summary>Quantities in lines of orders.</summary>
    public static readonly string[] Quantity = ["Quantity", "Qty", "Count", "Units", "OrderQty"];

    /// <summary>Prices of one piece.</summary>
    public static readonly string[] Price = ["UnitPrice", "Price", "SalesPrice", "ItemPrice"];

    /// <summary>Amounts of lines.</summary>
    public static readonly string[] Amount = ["Amount", "LineTotal", "LineAmount", "SalesAmount", "ExtendedAmount", "ExtendedPrice", "Total", "Revenue"];

    /// <summary>Categories of items.</summary>
    public static readonly string[] Category = ["Category", "CategoryName", "ProductCategory", "ItemCategory", "Department"];

    /// <summary>What people call the items.</summary>
    public static readonly string[] ItemName = ["Description", "ItemName", "ProductName", "ArticleName", "Title", "ItemDescription", "ProductDescription"];

    /// <summary>What people call the items, where each row is one: a description may be a whole sentence there.</summary>
    public static readonly string[] NameOfItem = ["ItemName", "ProductName", "ArticleName", "Name", "Title", .. ItemName];
}
