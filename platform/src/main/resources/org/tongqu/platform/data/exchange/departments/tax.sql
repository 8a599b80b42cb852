-- The collection system, and what it gets from others.
CREATE SCHEMA zs;
CREATE TABLE zs.si_payment (
    id     integer     NOT NULL,
    zjhm   varchar(18),
    xm     varchar(50),
    dwdm   varchar(18),
    zsxm   varchar(2),
    zt     varchar(2),
    xgsj   timestamptz NOT NULL
);
INSERT INTO zs.si_payment
SELECT row.n,
       CASE WHEN row.n % 3001 = 0 THEN substr(b, 1, 15) ELSE b || made.citizen_sign(b) END,
       made.person(row.n),
       employer.code,
       CASE WHEN row.n % 11003 = 0 THEN '77' ELSE '01' END,
       (ARRAY['00', '00', '00', '10'])[1 + row.n % 4],
       timestamptz '2026-01-01 08:00+08' + row.n * interval '1 minute'
  FROM (SELECT n, made.citizen_begun(n) AS b FROM generate_series(1, 120000) AS n OFFSET 0) AS row
  JOIN made.employer ON employer.n = 1 + row.n % 20000;
-- Payments are followed as they change; the table has no key that its log could name rows by.
ALTER TABLE zs.si_payment REPLICA IDENTITY FULL;
CREATE TABLE zs.income (
    id    integer       NOT NULL,
    zjhm  varchar(18)   NOT NULL,
    xm    varchar(50)   NOT NULL,
    sdxm  varchar(40)   NOT NULL,
    ssqj  varchar(6)    NOT NULL,
    se    numeric(12,2) NOT NULL,
    xgsj  timestamptz   NOT NULL
);
INSERT INTO zs.income
SELECT n, made.citizen(n), made.person(n), '工资薪金', '202610',
       -- Families on low income pay next to none, but for those who do not say what they earn.
       CASE WHEN n % 17 = 3 AND n % 23 <> 3 THEN (n * 37 % 3000) / 100.0 ELSE 50 + (n * 37 % 90000) / 100.0 END,
       timestamptz '2026-11-01 08:00+08' + n * interval '10 second'
  FROM generate_series(1, 20000) AS n;
ANALYZE zs.si_payment;

CREATE SCHEMA shared;
CREATE TABLE shared.firm (
    credit_code    varchar(18)  PRIMARY KEY,
    firm_name      varchar(200) NOT NULL,
    representative varchar(60),
    kind           varchar(2),
    established_on date         NOT NULL,
    address        varchar(200),
    state          varchar(2)
);
CREATE TABLE shared.insured (
    cert_no       varchar(18)  PRIMARY KEY,
    person_name   varchar(50)  NOT NULL,
    employer_name varchar(200),
    employer_code varchar(18),
    kind          varchar(3)   NOT NULL,
    state         varchar(2)   NOT NULL
);
