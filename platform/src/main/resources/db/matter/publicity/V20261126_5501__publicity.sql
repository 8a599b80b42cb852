-- Penalty decisions of organisations, masked as they are shown; licences are read where they are kept.
CREATE SCHEMA publicity;

CREATE TABLE publicity.penalty (
    id             uuid        PRIMARY KEY,
    number         text        NOT NULL,
    decided_on     date        NOT NULL,
    subject_kind   text        NOT NULL CHECK (subject_kind IN ('ORGANISATION', 'SOLE_TRADER', 'PERSON')),
    subject_name   text        NOT NULL,
    subject_code   text        NOT NULL,
    representative text        NOT NULL,
    violation      text        NOT NULL,
    facts          text        NOT NULL,
    basis          text        NOT NULL,
    sorts          text[]      NOT NULL CHECK (cardinality(sorts) > 0),
    content        text        NOT NULL,
    fine           numeric     CHECK (fine > 0),
    confiscated    numeric     CHECK (confiscated > 0),
    severity       text        NOT NULL CHECK (severity IN ('MINOR', 'GENERAL', 'SERIOUS')),
    organisation   text        NOT NULL,
    division       text        NOT NULL,
    registered_at  timestamptz NOT NULL,
    due_at         timestamptz,
    shown_until    date        NOT NULL,
    published_at   timestamptz,
    withdrawn_at   timestamptz,
    withdrawn_why  text,
    words          text        NOT NULL
        GENERATED ALWAYS AS (lower(number || E'\n' || subject_name || E'\n' || subject_code || E'\n' || violation)) STORED,
    CHECK ((withdrawn_at IS NULL) = (withdrawn_why IS NULL))
);
COMMENT ON TABLE publicity.penalty IS 'already masked: of natural persons neither name nor number is stored here';
COMMENT ON COLUMN publicity.penalty.shown_until IS 'the first day on which it is no longer shown';
CREATE UNIQUE INDEX penalty_number ON publicity.penalty (organisation, number) WHERE withdrawn_at IS NULL;
CREATE INDEX penalty_shown ON publicity.penalty (published_at DESC, id DESC)
    WHERE published_at IS NOT NULL AND withdrawn_at IS NULL;
CREATE INDEX penalty_of_organisation ON publicity.penalty (organisation, registered_at DESC, id DESC);
CREATE INDEX penalty_words ON publicity.penalty USING GIN (words gin_trgm_ops);

GRANT USAGE ON SCHEMA publicity TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT, UPDATE ON publicity.penalty TO tongqu_app;
GRANT SELECT ON publicity.penalty TO tongqu_watch;
