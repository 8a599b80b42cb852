-- What was handed out. A licence is never changed after it was issued, only withdrawn.
CREATE SCHEMA licences;

CREATE TABLE licences.number_series (
    series text    NOT NULL,
    year   integer NOT NULL,
    last   integer NOT NULL,
    PRIMARY KEY (series, year)
);
COMMENT ON TABLE licences.number_series IS 'yearly numbers leave no gap: the row is locked until the licence is stored';

CREATE TABLE licences.licence (
    identifier        text        PRIMARY KEY,
    token             text        NOT NULL UNIQUE,
    template          text        NOT NULL,
    type_code         text        NOT NULL,
    title             jsonb       NOT NULL,
    number            text        NOT NULL,
    case_id           uuid        NOT NULL,
    receipt           text        NOT NULL,
    pack_id           text        NOT NULL,
    pack_hash         text        NOT NULL,
    holder            text        NOT NULL,
    holder_name       text        NOT NULL,
    issuer            text        NOT NULL,
    issuer_name       text        NOT NULL,
    document          jsonb       NOT NULL,
    content_hash      text        NOT NULL,
    issued_at         timestamptz NOT NULL,
    valid_from        date        NOT NULL,
    valid_until       date,
    revoked_at        timestamptz,
    revoked_why       text,
    UNIQUE (case_id, template),
    CHECK ((revoked_at IS NULL) = (revoked_why IS NULL))
);
COMMENT ON COLUMN licences.licence.identifier IS 'GB/T 36904';
COMMENT ON COLUMN licences.licence.token IS 'random; what the QR code on the licence carries';
COMMENT ON COLUMN licences.licence.holder IS 'the account that applied';
CREATE INDEX licence_of_holder ON licences.licence (holder, issued_at DESC, identifier);
CREATE INDEX licence_of_number ON licences.licence (number);

GRANT USAGE ON SCHEMA licences TO tongqu_app;
GRANT SELECT, INSERT, UPDATE ON licences.number_series TO tongqu_app;
GRANT SELECT, INSERT ON licences.licence TO tongqu_app;
GRANT UPDATE (revoked_at, revoked_why) ON licences.licence TO tongqu_app;
