SELECT COUNT(o.Items),
       COUNT(CASE WHEN n.Shared < n.Items OR n.Shared < o.Items THEN 1 END),
       COALESCE(SUM(CASE WHEN o.Items IS NULL THEN 0.0 ELSE n.Shared * 1.0 / (CASE WHEN n.Items > o.Items THEN n.Items ELSE o.Items END) END), 0.0),
       (SELECT COUNT(DISTINCT UserId) FROM {View})
FROM (SELECT a.UserId, COUNT(*) AS Items, COUNT(b.ItemId) AS Shared
      FROM {Table} AS a
      LEFT JOIN {View} AS b ON b.UserId = a.UserId AND b.ItemId = a.ItemId AND b.Rank <= @K
      WHERE a.Rank <= @K
      GROUP BY a.UserId) AS n
LEFT JOIN (SELECT UserId, COUNT(*) AS Items FROM {View} WHERE Rank <= @K GROUP BY UserId) AS o ON o.UserId = n.UserId;
