-- Texts that are one with an earlier one, as the column's collation has it.
SELECT s.Number, s.Same
FROM (SELECT t.Number, MIN(t.Number) OVER (PARTITION BY t.Id) AS Same FROM #RecToolsTexts AS t) AS s
WHERE s.Same <> s.Number;
