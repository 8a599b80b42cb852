-- The exchange library (交换库) of departments that have no system of their own to take rows into.
CREATE SCHEMA statistics;
CREATE TABLE statistics.insured (
    cert_no       varchar(64) PRIMARY KEY,
    employer_code varchar(18),
    kind          varchar(3)  NOT NULL,
    state         varchar(2)  NOT NULL
);
CREATE SCHEMA civil_affairs;
CREATE TABLE civil_affairs.income (
    cert_no      varchar(18)  NOT NULL,
    person_name  varchar(50)  NOT NULL,
    benefit_name varchar(100) NOT NULL,
    month        varchar(6)   NOT NULL,
    amount       varchar(20),
    PRIMARY KEY (cert_no, month)
);
