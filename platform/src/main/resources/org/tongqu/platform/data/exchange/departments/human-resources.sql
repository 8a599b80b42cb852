-- The social insurance system, in the column names of its standard, and what it gets from others.
CREATE SCHEMA si;
CREATE TABLE si.insured (
    aac001 integer     NOT NULL,
    aac002 varchar(18),
    aac003 varchar(50),
    aab004 varchar(200),
    aab003 varchar(18),
    aae140 varchar(3),
    aac008 varchar(1),
    aae036 timestamptz NOT NULL
);
INSERT INTO si.insured
SELECT row.n,
       CASE WHEN row.n % 9011 = 0 THEN NULL
            WHEN row.n % 4001 = 0 THEN overlay(b placing '0000' from 11) || made.citizen_sign(b)
            WHEN row.n % 20011 = 0 THEN made.citizen(row.n - 1)
            ELSE b || made.citizen_sign(b) END,
       CASE WHEN row.n % 12007 = 0 THEN NULL ELSE made.person(row.n) END,
       employer.name,
       employer.code,
       CASE WHEN row.n % 15013 = 0 THEN '999' ELSE '110' END,
       CASE WHEN row.n % 7013 = 0 THEN '9' ELSE substr('11112', 1 + row.n % 5, 1) END,
       timestamptz '2026-01-01 08:00+08' + row.n * interval '30 second'
  FROM (SELECT n, made.citizen_begun(n) AS b FROM generate_series(1, 400000) AS n OFFSET 0) AS row
  JOIN made.employer ON employer.n = 1 + row.n % 20000;
ANALYZE si.insured;

-- What contributions were last paid on: families on low income say little, but for those who do not say what they earn.
CREATE TABLE si.wage (
    aac001 integer       NOT NULL,
    aac002 varchar(18)   NOT NULL,
    aac003 varchar(50)   NOT NULL,
    aab004 varchar(200)  NOT NULL,
    aae002 varchar(6)    NOT NULL,
    aac040 numeric(12,2) NOT NULL,
    aae036 timestamptz   NOT NULL
);
INSERT INTO si.wage
SELECT row.n,
       CASE WHEN row.n % 1511 = 0 THEN overlay(made.citizen(row.n) placing '0000' from 11) ELSE made.citizen(row.n) END,
       made.person(row.n), employer.name, '202610',
       CASE WHEN row.n % 17 = 3 AND row.n % 23 <> 3 THEN 1200 + row.n * 37 % 700 ELSE 4000 + row.n * 37 % 9000 END,
       timestamptz '2026-11-02 08:00+08' + row.n * interval '10 second'
  FROM generate_series(1, 10000) AS row (n)
  JOIN made.employer ON employer.n = 1 + row.n % 20000
 WHERE row.n % 17 <> 3 OR row.n % 3 <> 1;
ANALYZE si.wage;

CREATE SCHEMA shared;
CREATE TABLE shared.firm (
    credit_code    varchar(18)  PRIMARY KEY,
    firm_name      varchar(200) NOT NULL,
    representative varchar(60),
    established_on date         NOT NULL
);
CREATE TABLE shared.payment (
    cert_no       varchar(18) NOT NULL,
    person_name   varchar(50) NOT NULL,
    employer_code varchar(18),
    kind          varchar(3)  NOT NULL,
    state         varchar(2)  NOT NULL,
    PRIMARY KEY (cert_no, kind)
);
