-- The exchange library again: what civil affairs asks when a family applies for assistance.
CREATE SCHEMA means;
CREATE TABLE means.income (
    cert_no      varchar(18)  NOT NULL,
    person_name  varchar(50)  NOT NULL,
    benefit_name varchar(100) NOT NULL,
    month        varchar(6)   NOT NULL,
    amount       varchar(20),
    PRIMARY KEY (cert_no, month)
);
CREATE TABLE means.vehicle (
    plate_no     varchar(15)  NOT NULL,
    plate_kind   varchar(2)   NOT NULL,
    vehicle_kind varchar(3)   NOT NULL,
    owner_name   varchar(100) NOT NULL,
    owner_code   varchar(18)  NOT NULL,
    PRIMARY KEY (plate_no, plate_kind)
);
CREATE INDEX vehicle_by_owner ON means.vehicle (owner_code);
CREATE TABLE means.firm (
    credit_code varchar(18)  NOT NULL,
    cert_no     varchar(18)  NOT NULL,
    role        varchar(20)  NOT NULL,
    firm_name   varchar(200) NOT NULL,
    person_name varchar(50)  NOT NULL,
    state       varchar(2)   NOT NULL,
    PRIMARY KEY (credit_code, cert_no, role)
);
CREATE INDEX firm_by_person ON means.firm (cert_no);
CREATE TABLE means.wage (
    cert_no       varchar(18)  NOT NULL,
    person_name   varchar(50)  NOT NULL,
    employer_name varchar(200) NOT NULL,
    paid_until    varchar(6)   NOT NULL,
    base          varchar(20)  NOT NULL,
    PRIMARY KEY (cert_no, paid_until)
);
CREATE TABLE means.fund (
    cert_no       varchar(18)  NOT NULL,
    person_name   varchar(50)  NOT NULL,
    employer_name varchar(200) NOT NULL,
    paid_until    varchar(6)   NOT NULL,
    base          varchar(20)  NOT NULL,
    PRIMARY KEY (cert_no, paid_until)
);
