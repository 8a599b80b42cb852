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
