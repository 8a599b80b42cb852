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
