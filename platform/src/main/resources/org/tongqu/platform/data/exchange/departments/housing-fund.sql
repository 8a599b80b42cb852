-- The housing fund centre's accounts: what is paid in, by whom and on what.
CREATE SCHEMA gjj;
CREATE TABLE gjj.account (
    grzh varchar(12)   PRIMARY KEY,
    zjhm varchar(18)   NOT NULL,
    xm   varchar(50)   NOT NULL,
    dwmc varchar(200)  NOT NULL,
    jzny varchar(6)    NOT NULL,
    jcjs numeric(12,2) NOT NULL,
    gxsj timestamptz   NOT NULL
);
INSERT INTO gjj.account
SELECT to_char(990000000000 + row.n, 'FM000000000000'),
       CASE WHEN row.n % 1303 = 0 THEN overlay(made.citizen(row.n) placing '0000' from 11) ELSE made.citizen(row.n) END,
       made.person(row.n), employer.name, CASE WHEN row.n % 29 = 5 THEN '202603' ELSE '202610' END,
       4000 + row.n * 37 % 9000,
       timestamptz '2026-11-03 08:00+08' + row.n * interval '10 second'
  FROM generate_series(1, 10000) AS row (n)
  JOIN made.employer ON employer.n = 1 + row.n % 20000
 WHERE (row.n % 17 <> 3 OR row.n % 23 = 3) AND row.n % 4 <> 2;
ANALYZE gjj.account;
