-- What departments without a system of their own keep at the city's (托管台账). Their rows are written when the registers are
-- there, since they are about the same people, firms, houses and places.
CREATE SCHEMA ledgers;
CREATE TABLE ledgers.pupil (
    cert_no varchar(50) PRIMARY KEY,
    person_name varchar(50),
    sex varchar(50),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.lawyer (
    cert_no varchar(50) PRIMARY KEY,
    person_name varchar(50),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.insured_employee (
    cert_no varchar(50) PRIMARY KEY,
    person_name varchar(50),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.fund_borrower (
    cert_no varchar(50) PRIMARY KEY,
    person_name varchar(50),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.veteran (
    cert_no varchar(50) PRIMARY KEY,
    person_name varchar(50),
    sex varchar(50),
    birth_date varchar(50),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.disability_allowance (
    cert_no varchar(50) PRIMARY KEY,
    person_name varchar(50),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.job_seeker (
    cert_no varchar(50) PRIMARY KEY,
    person_name varchar(50),
    birth_date varchar(50),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.vaccination (
    cert_no varchar(50) PRIMARY KEY,
    person_name varchar(50),
    sex varchar(50),
    birth_date varchar(50),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.driver (
    cert_no varchar(50) PRIMARY KEY,
    person_name varchar(50),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.annual_report (
    credit_code varchar(50) PRIMARY KEY,
    representative varchar(50),
    firm_name varchar(200),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.taxpayer (
    credit_code varchar(50) PRIMARY KEY,
    firm_name varchar(200),
    representative varchar(50),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.industrial_firm (
    credit_code varchar(50) PRIMARY KEY,
    firm_name varchar(200),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.high_tech_firm (
    credit_code varchar(50) PRIMARY KEY,
    firm_name varchar(200),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.cooperative (
    credit_code varchar(50) PRIMARY KEY,
    firm_name varchar(200),
    representative varchar(50),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.dangerous_goods_carrier (
    credit_code varchar(50) PRIMARY KEY,
    firm_name varchar(200),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.discharger (
    holder_code varchar(50) PRIMARY KEY,
    holder_name varchar(200),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.supplier (
    credit_code varchar(50) PRIMARY KEY,
    firm_name varchar(200),
    representative varchar(50),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.title (
    unit_no varchar(50) PRIMARY KEY,
    area varchar(50),
    located varchar(200),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.lease (
    unit_no varchar(50) PRIMARY KEY,
    area varchar(50),
    located varchar(200),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.component (
    facility_no varchar(50) PRIMARY KEY,
    kind varchar(50),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.address_point (
    facility_no varchar(50) PRIMARY KEY,
    facility_name varchar(200),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.place_name (
    facility_no varchar(50) PRIMARY KEY,
    facility_name varchar(200),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.gross_product (
    indicator_code varchar(50) PRIMARY KEY,
    value varchar(50),
    indicator_name varchar(100),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.budget (
    indicator_code varchar(50) PRIMARY KEY,
    value varchar(50),
    indicator_name varchar(100),
    updated_at timestamptz NOT NULL
);
CREATE TABLE ledgers.revenue (
    indicator_code varchar(50) PRIMARY KEY,
    value varchar(50),
    indicator_name varchar(100),
    updated_at timestamptz NOT NULL
);
