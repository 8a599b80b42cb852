-- The exchange library again: what the police take to know who works where.
CREATE SCHEMA public_security;
CREATE TABLE public_security.unemployment_insured (
    cert_no       varchar(18)  PRIMARY KEY,
    person_name   varchar(50)  NOT NULL,
    employer_name varchar(200),
    kind          varchar(3)   NOT NULL,
    state         varchar(2)   NOT NULL
);
