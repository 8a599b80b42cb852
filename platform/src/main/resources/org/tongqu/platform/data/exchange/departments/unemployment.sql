-- The unemployment insurance system: older than its neighbour, with names of its own for everything.
CREATE SCHEMA sy;
CREATE TABLE sy.cbry (
    grbh  integer     NOT NULL,
    sfzh  varchar(18),
    xm    varchar(50),
    dwmc  varchar(200),
    cbzt  varchar(2),
    xgsj  timestamptz NOT NULL
);
INSERT INTO sy.cbry
SELECT n,
       CASE WHEN n % 1201 = 0 THEN overlay(made.citizen_begun(n * 3) placing '0000' from 11) || 'X' ELSE made.citizen(n * 3) END,
       made.person(n * 3),
       employer.name,
       CASE WHEN n % 1709 = 0 THEN '99' ELSE (ARRAY['01', '01', '01', '02', '03'])[1 + n % 5] END,
       timestamptz '2026-10-01 08:00+08' + n * interval '1 minute'
  FROM generate_series(1, 6000) AS n
  JOIN made.employer USING (n);
ANALYZE sy.cbry;
