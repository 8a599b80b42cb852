CREATE SCHEMA directory;

-- Which edition of a reference table is loaded, and where it came from.
CREATE TABLE directory.edition (
    subject   text        NOT NULL,
    edition   text        NOT NULL,
    source    text        NOT NULL,
    loaded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (subject, edition)
);

-- Codes in their shortest form: 6 digits down to the county, 9 for streets and townships, 12 for communities.
CREATE TABLE directory.division (
    code   text COLLATE "C" PRIMARY KEY CHECK (code ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$'),
    parent text COLLATE "C" REFERENCES directory.division (code) DEFERRABLE INITIALLY DEFERRED,
    level  smallint NOT NULL CHECK (level BETWEEN 1 AND 5),
    name   text     NOT NULL CHECK (name <> ''),
    demo   boolean  NOT NULL DEFAULT false,
    CHECK ((level = 1) = (parent IS NULL))
);
CREATE INDEX division_children ON directory.division (parent, code);

CREATE TABLE directory.organisation (
    code     text COLLATE "C" PRIMARY KEY CHECK (length(code) = 18),
    kind     text    NOT NULL,
    name_zh  text    NOT NULL,
    name_en  text    NOT NULL,
    division text COLLATE "C" NOT NULL REFERENCES directory.division (code),
    parent   text COLLATE "C" REFERENCES directory.organisation (code) DEFERRABLE INITIALLY DEFERRED,
    phone    text    NOT NULL DEFAULT '',
    address  text    NOT NULL DEFAULT '',
    active   boolean NOT NULL DEFAULT true,
    demo     boolean NOT NULL DEFAULT false
);
CREATE INDEX organisation_by_kind ON directory.organisation (kind, division);
CREATE INDEX organisation_children ON directory.organisation (parent);
CREATE INDEX organisation_by_division ON directory.organisation (division);

CREATE TABLE directory.post (
    organisation text COLLATE "C" NOT NULL REFERENCES directory.organisation (code),
    code         text NOT NULL,
    name_zh      text NOT NULL,
    name_en      text NOT NULL,
    PRIMARY KEY (organisation, code)
);

CREATE TABLE directory.staff (
    id           text COLLATE "C" PRIMARY KEY,
    name         text    NOT NULL,
    organisation text COLLATE "C" NOT NULL REFERENCES directory.organisation (code),
    post         text    NOT NULL,
    active       boolean NOT NULL DEFAULT true,
    demo         boolean NOT NULL DEFAULT false,
    FOREIGN KEY (organisation, post) REFERENCES directory.post (organisation, code)
);
CREATE INDEX staff_by_organisation ON directory.staff (organisation, id);

CREATE TABLE directory.staff_role (
    staff text COLLATE "C" NOT NULL REFERENCES directory.staff (id),
    role  text NOT NULL,
    PRIMARY KEY (staff, role)
);
CREATE INDEX staff_by_role ON directory.staff_role (role, staff);

-- Each edition carries whole years; for a year the newest edition that carries it counts.
CREATE TABLE directory.calendar_edition (
    edition     text PRIMARY KEY,
    ordinal     bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    source      text        NOT NULL,
    imported_by text        NOT NULL,
    imported_at timestamptz NOT NULL
);

CREATE TABLE directory.calendar_year (
    edition text NOT NULL REFERENCES directory.calendar_edition (edition),
    year    smallint NOT NULL CHECK (year BETWEEN 1949 AND 2200),
    PRIMARY KEY (edition, year)
);

-- Only the days that differ from "Monday to Friday": a holiday on a weekday, a weekend day that is worked.
CREATE TABLE directory.calendar_day (
    edition text NOT NULL REFERENCES directory.calendar_edition (edition),
    day     date NOT NULL,
    kind    text NOT NULL CHECK (kind IN ('holiday', 'workday')),
    name    text NOT NULL,
    PRIMARY KEY (edition, day)
);

GRANT USAGE ON SCHEMA directory TO tongqu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA directory TO tongqu_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA directory TO tongqu_app;
