-- Corrections (校核纠错): values that a department got and holds to be wrong, taken back to where they come from.
CREATE SCHEMA corrections;

CREATE TABLE corrections.counter (
    year integer PRIMARY KEY,
    last integer NOT NULL CHECK (last > 0)
);

CREATE TABLE corrections.correction (
    id           text        PRIMARY KEY CHECK (id ~ '^JC-[0-9]{4}-[0-9]{6}$'),
    agreement    text        NOT NULL,
    flow         text        NOT NULL,
    resource     text        NOT NULL,
    consumer     text        NOT NULL,
    provider     text        NOT NULL,
    item         text        NOT NULL,
    row_key      bytea       NOT NULL,
    delivered    bytea       NOT NULL,
    expected     bytea       NOT NULL,
    why          text        NOT NULL,
    reported_at  timestamptz NOT NULL,
    state        text        NOT NULL CHECK (state IN ('reported', 'corrected', 'refused', 'arrived')),
    due_on       date,
    due_at       timestamptz,
    version      integer     NOT NULL,
    CHECK ((due_on IS NULL) = (due_at IS NULL))
);
COMMENT ON COLUMN corrections.correction.row_key IS 'sealed, as are delivered and expected: they may name a person';
COMMENT ON COLUMN corrections.correction.due_on IS 'the last day on which the provider answers in time; none once it did, or when the calendar does not know';
CREATE INDEX correction_of ON corrections.correction (consumer, id DESC);
CREATE INDEX correction_to ON corrections.correction (provider, id DESC);
CREATE INDEX correction_open ON corrections.correction (flow) WHERE state IN ('reported', 'corrected');

CREATE TABLE corrections.deed (
    correction   text        NOT NULL REFERENCES corrections.correction,
    number       integer     NOT NULL,
    deed         text        NOT NULL,
    at           timestamptz NOT NULL,
    who          text        NOT NULL,
    who_name     text        NOT NULL,
    why          text        NOT NULL,
    PRIMARY KEY (correction, number)
);

GRANT USAGE ON SCHEMA corrections TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT, UPDATE ON corrections.counter, corrections.correction TO tongqu_app;
GRANT SELECT, INSERT ON corrections.deed TO tongqu_app;
GRANT SELECT ON ALL TABLES IN SCHEMA corrections TO tongqu_watch;
