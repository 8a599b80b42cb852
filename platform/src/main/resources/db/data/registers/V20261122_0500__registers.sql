CREATE SCHEMA registers;

-- Natural persons as they are now. Number, address and phone are sealed; the number is found by a keyed index.
CREATE TABLE registers.person (
    number_index   bytea PRIMARY KEY,
    number_sealed  bytea NOT NULL,
    name           text  NOT NULL,
    sex            text  NOT NULL CHECK (sex IN ('1', '2', '9')),
    born_on        date  NOT NULL,
    division       text COLLATE "C" NOT NULL,
    address_sealed bytea,
    phone_sealed   bytea,
    more_sealed    bytea,
    valid_from     date  NOT NULL,
    recorded_at    timestamptz NOT NULL,
    source         text  NOT NULL,
    source_case    text
);
CREATE INDEX person_by_name ON registers.person (name text_pattern_ops, number_index);
CREATE INDEX person_by_division ON registers.person (division);

-- Legal persons and other organisations as they are now. What has no column of its own stands sealed in more_sealed.
CREATE TABLE registers.legal_person (
    code           text COLLATE "C" PRIMARY KEY CHECK (length(code) = 18),
    name           text NOT NULL,
    kind           text NOT NULL,
    representative text NOT NULL,
    capital        numeric(18, 4),
    industry       text,
    scope          text,
    division       text COLLATE "C" NOT NULL,
    address        text,
    registrar      text,
    registrar_code text COLLATE "C",
    established_on date,
    status         text NOT NULL,
    more_sealed    bytea,
    valid_from     date NOT NULL,
    recorded_at    timestamptz NOT NULL,
    source         text NOT NULL,
    source_case    text
);
CREATE INDEX legal_person_by_name ON registers.legal_person USING gin (name gin_trgm_ops);
CREATE INDEX legal_person_exact_name ON registers.legal_person (name text_pattern_ops, code);
CREATE INDEX legal_person_by_division ON registers.legal_person (division, code);
CREATE INDEX legal_person_by_registrar ON registers.legal_person (registrar_code, established_on DESC, code);

-- Every change of a record: what it was, what it became (both sealed whole), since when that is so in the world,
-- when it was recorded here, and from where.
CREATE TABLE registers.history (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    register    text        NOT NULL,
    entity      bytea       NOT NULL,
    before      bytea,
    after       bytea       NOT NULL,
    valid_from  date        NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    source      text        NOT NULL,
    source_case text
);
CREATE INDEX history_of_entity ON registers.history (register, entity, id);

-- The running number from which organisation codes of new bodies are made: six characters of an alphabet of 31.
CREATE SEQUENCE registers.organisation_code MINVALUE 0 START 0 MAXVALUE 887503680 NO CYCLE;

REVOKE ALL ON registers.person, registers.legal_person, registers.history FROM tongqu_app;
GRANT USAGE ON SCHEMA registers TO tongqu_app;
GRANT SELECT, INSERT, UPDATE ON registers.person, registers.legal_person TO tongqu_app;
GRANT SELECT, INSERT ON registers.history TO tongqu_app;
GRANT USAGE, SELECT, UPDATE ON SEQUENCE registers.organisation_code TO tongqu_app;
