-- The exchange library again: what departments take that have to do with people's lives.
CREATE SCHEMA health;
CREATE TABLE health.resident (
    cert_no           varchar(18)  PRIMARY KEY,
    person_name       varchar(50)  NOT NULL,
    sex               varchar(1),
    birth_date        date         NOT NULL,
    nation            varchar(2),
    household_address varchar(200)
);
CREATE SCHEMA medical_insurance;
CREATE TABLE medical_insurance.death (
    cert_no     varchar(18) PRIMARY KEY,
    person_name varchar(50) NOT NULL,
    sex         varchar(1),
    birth_date  date
);
CREATE TABLE medical_insurance.low_income (
    cert_no      varchar(18)  NOT NULL,
    person_name  varchar(50)  NOT NULL,
    benefit_name varchar(100) NOT NULL,
    month        varchar(6)   NOT NULL,
    amount       varchar(20),
    paid_on      date,
    state        varchar(2),
    PRIMARY KEY (cert_no, month)
);
CREATE TABLE medical_insurance.income (
    cert_no      varchar(18)  NOT NULL,
    person_name  varchar(50)  NOT NULL,
    benefit_name varchar(100) NOT NULL,
    month        varchar(6)   NOT NULL,
    amount       varchar(20),
    PRIMARY KEY (cert_no, month)
);
CREATE SCHEMA transport;
CREATE TABLE transport.vehicle (
    plate_no     varchar(15)  NOT NULL,
    plate_kind   varchar(2)   NOT NULL,
    vehicle_kind varchar(3)   NOT NULL,
    vin          varchar(17)  NOT NULL,
    owner_name   varchar(100) NOT NULL,
    owner_code   varchar(18)  NOT NULL,
    PRIMARY KEY (plate_no, plate_kind)
);
CREATE SCHEMA housing_fund;
CREATE TABLE housing_fund.marriage (
    register_no     varchar(30) PRIMARY KEY,
    husband_name    varchar(50) NOT NULL,
    husband_cert_no varchar(18) NOT NULL,
    wife_name       varchar(50) NOT NULL,
    wife_cert_no    varchar(18) NOT NULL,
    kind            varchar(2)  NOT NULL
);
CREATE SCHEMA urban_management;
CREATE TABLE urban_management.population (
    period         varchar(10)   NOT NULL,
    district       varchar(6)    NOT NULL,
    indicator_code varchar(30)   NOT NULL,
    indicator_name varchar(100)  NOT NULL,
    value          numeric(14,2) NOT NULL,
    unit           varchar(20)   NOT NULL,
    released_at    timestamp     NOT NULL,
    PRIMARY KEY (period, district, indicator_code)
);
