-- Texts that are one with an earlier one, as a column of this type and collation has it. They come as a JSON array, whose places are their numbers.
SELECT s.Number, s.Same
FROM
(
    SELECT t.Number, MIN(t.Number) OVER (PARTITION BY t.Id) AS Same
    FROM
    (
        SELECT CONVERT(int, j.[key]) AS Number, CAST(j.[value] COLLATE {Collation} AS {Type}) AS Id
        FROM OPENJSON(@Texts) AS j
    ) AS t
) AS s
WHERE s.Same <> s.Number;
