-- The registration system: codes and names of its own, days as eight digits, and what years leave behind.
CREATE SCHEMA djxt;
CREATE TABLE djxt.entity (
    uniscid  varchar(18),
    entname  varchar(200),
    lerep    varchar(60),
    enttype  varchar(4),
    estdate  varchar(8),
    dom      varchar(200),
    regstate varchar(1),
    lastmod  timestamptz NOT NULL
);
INSERT INTO djxt.entity
SELECT CASE WHEN n % 7001 = 0 THEN NULL
            WHEN n % 5003 = 0 THEN overlay(b placing 'Z' from 17) || made.credit_sign(b)
            WHEN n % 6007 = 0 THEN made.credit(n - 1)
            ELSE b || made.credit_sign(b) END,
       CASE WHEN n % 401 = 0 THEN '  ' || made.firm(n) || ' ' WHEN n % 10007 = 0 THEN NULL ELSE made.firm(n) END,
       made.person(n * 7),
       CASE WHEN n % 8009 = 0 THEN '9900' ELSE (ARRAY['1100', '1151', '2151', '9500'])[1 + n % 4] END,
       CASE WHEN n % 9001 = 0 THEN '20230230' ELSE to_char(date '1993-03-01' + n % 11900, 'YYYYMMDD') END,
       '云州市' || (ARRAY['云山', '云溪', '东湖', '西关', '南浦', '北岭', '高新', '清水'])[1 + n % 8] || '区人民路'
           || 1 + n % 900 || '号',
       CASE WHEN n % 577 = 0 THEN '3' ELSE '1' END,
       timestamptz '2026-01-01 08:00+08' + n * interval '1 minute'
  FROM (SELECT n, made.credit_begun(n) AS b FROM generate_series(1, 220000) AS n OFFSET 0) AS row;
ANALYZE djxt.entity;

-- Who represents a firm and who holds a part of it: some who live on low income hold one.
CREATE TABLE djxt.person (
    id      integer      NOT NULL,
    uniscid varchar(18)  NOT NULL,
    entname varchar(200) NOT NULL,
    postype varchar(1)   NOT NULL,
    name    varchar(60)  NOT NULL,
    cerno   varchar(18)  NOT NULL,
    state   varchar(1)   NOT NULL,
    lastmod timestamptz  NOT NULL
);
INSERT INTO djxt.person
SELECT id, made.credit(firm), made.firm(firm), post, made.person(person),
       CASE WHEN id % 1009 = 0 THEN substr(made.citizen(person), 1, 15) ELSE made.citizen(person) END,
       CASE WHEN firm % 577 = 0 THEN '3' ELSE '1' END,
       timestamptz '2026-06-01 08:00+08' + id * interval '1 minute'
  FROM (SELECT n AS id, n AS firm, '1' AS post, n * 7 AS person FROM generate_series(1, 3000) AS n
        UNION ALL
        SELECT 3000 + n, n * 31, '2', 3 + 697 * (n - 1) FROM generate_series(1, 80) AS n) AS row;
ANALYZE djxt.person;
