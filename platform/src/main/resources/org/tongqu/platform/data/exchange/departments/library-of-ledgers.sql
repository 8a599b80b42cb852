-- The exchange library again: what departments deliver to be compared with base registers.
CREATE SCHEMA compared;
CREATE TABLE compared.pupil (
    cert_no varchar(50) PRIMARY KEY,
    person_name varchar(50),
    sex varchar(50)
);
CREATE TABLE compared.lawyer (
    cert_no varchar(50) PRIMARY KEY,
    person_name varchar(50)
);
CREATE TABLE compared.insured_employee (
    cert_no varchar(50) PRIMARY KEY,
    person_name varchar(50)
);
CREATE TABLE compared.fund_borrower (
    cert_no varchar(50) PRIMARY KEY,
    person_name varchar(50)
);
CREATE TABLE compared.veteran (
    cert_no varchar(50) PRIMARY KEY,
    person_name varchar(50),
    sex varchar(50),
    birth_date varchar(50)
);
CREATE TABLE compared.disability_allowance (
    cert_no varchar(50) PRIMARY KEY,
    person_name varchar(50)
);
CREATE TABLE compared.job_seeker (
    cert_no varchar(50) PRIMARY KEY,
    person_name varchar(50),
    birth_date varchar(50)
);
CREATE TABLE compared.vaccination (
    cert_no varchar(50) PRIMARY KEY,
    person_name varchar(50),
    sex varchar(50),
    birth_date varchar(50)
);
CREATE TABLE compared.driver (
    cert_no varchar(50) PRIMARY KEY,
    person_name varchar(50)
);
CREATE TABLE compared.annual_report (
    credit_code varchar(50) PRIMARY KEY,
    representative varchar(50),
    firm_name varchar(200)
);
CREATE TABLE compared.taxpayer (
    credit_code varchar(50) PRIMARY KEY,
    firm_name varchar(200),
    representative varchar(50)
);
CREATE TABLE compared.industrial_firm (
    credit_code varchar(50) PRIMARY KEY,
    firm_name varchar(200)
);
CREATE TABLE compared.high_tech_firm (
    credit_code varchar(50) PRIMARY KEY,
    firm_name varchar(200)
);
CREATE TABLE compared.cooperative (
    credit_code varchar(50) PRIMARY KEY,
    firm_name varchar(200),
    representative varchar(50)
);
CREATE TABLE compared.dangerous_goods_carrier (
    credit_code varchar(50) PRIMARY KEY,
    firm_name varchar(200)
);
CREATE TABLE compared.discharger (
    holder_code varchar(50) PRIMARY KEY,
    holder_name varchar(200)
);
CREATE TABLE compared.supplier (
    credit_code varchar(50) PRIMARY KEY,
    firm_name varchar(200),
    representative varchar(50)
);
CREATE TABLE compared.title (
    unit_no varchar(50) PRIMARY KEY,
    area varchar(50),
    located varchar(200)
);
CREATE TABLE compared.lease (
    unit_no varchar(50) PRIMARY KEY,
    area varchar(50),
    located varchar(200)
);
CREATE TABLE compared.component (
    facility_no varchar(50) PRIMARY KEY,
    kind varchar(50)
);
CREATE TABLE compared.address_point (
    facility_no varchar(50) PRIMARY KEY,
    facility_name varchar(200)
);
CREATE TABLE compared.place_name (
    facility_no varchar(50) PRIMARY KEY,
    facility_name varchar(200)
);
CREATE TABLE compared.gross_product (
    indicator_code varchar(50) PRIMARY KEY,
    value varchar(50),
    indicator_name varchar(100)
);
CREATE TABLE compared.budget (
    indicator_code varchar(50) PRIMARY KEY,
    value varchar(50),
    indicator_name varchar(100)
);
CREATE TABLE compared.revenue (
    indicator_code varchar(50) PRIMARY KEY,
    value varchar(50),
    indicator_name varchar(100)
);
