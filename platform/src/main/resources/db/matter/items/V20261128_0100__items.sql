-- Service items in the columns of the national list, each with all its versions. Public: nothing of a person stands here.
CREATE SCHEMA items;

CREATE TABLE items.entry (
    code     text        NOT NULL CHECK (length(code) IN (31, 33)),
    version  integer     NOT NULL CHECK (version > 0),
    name     text        NOT NULL,
    office   text        NOT NULL,
    events   text[]      NOT NULL,
    cells    jsonb       NOT NULL,
    since    timestamptz NOT NULL,
    until    timestamptz CHECK (until >= since),
    by_name  text        NOT NULL,
    PRIMARY KEY (code, version)
);
COMMENT ON COLUMN items.entry.until IS 'since when another version counts; null for the one that counts now';
CREATE UNIQUE INDEX entry_now ON items.entry (code) WHERE until IS NULL;
CREATE INDEX entry_of_office ON items.entry (office, code) WHERE until IS NULL;
CREATE INDEX entry_events ON items.entry USING GIN (events) WHERE until IS NULL;
CREATE INDEX entry_words ON items.entry USING GIN (lower(name || E'\n' || code) gin_trgm_ops) WHERE until IS NULL;

GRANT USAGE ON SCHEMA items TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT ON items.entry TO tongqu_app;
GRANT UPDATE (until) ON items.entry TO tongqu_app;
GRANT SELECT ON items.entry TO tongqu_watch;
