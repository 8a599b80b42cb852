-- Harvests (目录采集): catalogues of others, what is in them, and what of it could not be taken over.
CREATE SCHEMA harvest;

CREATE TABLE harvest.source (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        text        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('ckan', 'dcat', 'tongqu')),
    address     text        NOT NULL UNIQUE,
    line        text        NOT NULL CHECK (line IN ('encrypted', 'open')),
    audience    text        NOT NULL CHECK (audience IN ('everybody', 'officers')),
    every_hours integer     NOT NULL CHECK (every_hours BETWEEN 0 AND 8760),
    is_on       boolean     NOT NULL DEFAULT true,
    next_at     timestamptz,
    made_by     text        NOT NULL,
    made_at     timestamptz NOT NULL
);
COMMENT ON COLUMN harvest.source.line IS 'open: http without encryption was named expressly';
COMMENT ON COLUMN harvest.source.every_hours IS '0: only when somebody asks for it';
CREATE INDEX source_due ON harvest.source (next_at) WHERE is_on;

-- One reading of a source from its beginning to its end, however often it is interrupted.
CREATE TABLE harvest.run (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source       bigint      NOT NULL REFERENCES harvest.source,
    state        text        NOT NULL CHECK (state IN ('running', 'done', 'broken')),
    started_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    started_by   text        NOT NULL,
    cursor       text        NOT NULL DEFAULT '',
    expected     bigint,
    read         bigint      NOT NULL DEFAULT 0,
    fresh        bigint      NOT NULL DEFAULT 0,
    changed      bigint      NOT NULL DEFAULT 0,
    unchanged    bigint      NOT NULL DEFAULT 0,
    rejected     bigint      NOT NULL DEFAULT 0,
    gone         bigint      NOT NULL DEFAULT 0,
    reason       text        NOT NULL DEFAULT '',
    detail       text        NOT NULL DEFAULT '',
    attempts     integer     NOT NULL DEFAULT 0,
    resume_at    timestamptz NOT NULL,
    holder       uuid,
    leased_until timestamptz
);
COMMENT ON COLUMN harvest.run.cursor IS 'behind the last page that is kept; written in the transaction of that page';
COMMENT ON COLUMN harvest.run.expected IS 'how many records the source says that it has';
COMMENT ON COLUMN harvest.run.reason IS 'why it stands still or broke off';
COMMENT ON COLUMN harvest.run.attempts IS 'how often it was interrupted since the last page';
COMMENT ON COLUMN harvest.run.holder IS 'the program that reads; another may go on when leased_until has passed';
CREATE UNIQUE INDEX run_alone ON harvest.run (source) WHERE state = 'running';
CREATE INDEX run_of ON harvest.run (source, id DESC);
CREATE INDEX run_waiting ON harvest.run (resume_at) WHERE state = 'running';

-- What another catalogue says that there is. What is no longer there is marked and stays.
CREATE TABLE harvest.entry (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source      bigint      NOT NULL REFERENCES harvest.source,
    foreign_id  text        NOT NULL,
    title       text        NOT NULL,
    description text        NOT NULL,
    publisher   text        NOT NULL,
    modified    timestamptz,
    licence     text        NOT NULL,
    rights      text        NOT NULL,
    themes      jsonb       NOT NULL,
    landing     text        NOT NULL,
    offers      jsonb       NOT NULL,
    digest      text        NOT NULL,
    words       text        NOT NULL,
    run         bigint      NOT NULL,
    first_at    timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    gone_at     timestamptz,
    UNIQUE (source, foreign_id)
) WITH (fillfactor = 85);
COMMENT ON COLUMN harvest.entry.digest IS 'of all that is said: the same digest is the same record';
COMMENT ON COLUMN harvest.entry.words IS 'what a search looks into, in lower case';
COMMENT ON COLUMN harvest.entry.run IS 'the last run that saw it';
CREATE INDEX entry_of ON harvest.entry (source, id DESC);
CREATE INDEX entry_present ON harvest.entry (source) WHERE gone_at IS NULL;
CREATE INDEX entry_words ON harvest.entry USING gin (words gin_trgm_ops);

-- What could not be taken over, once however often it comes.
CREATE TABLE harvest.rejected (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source     bigint      NOT NULL REFERENCES harvest.source,
    mark       text        NOT NULL,
    foreign_id text        NOT NULL,
    reason     text        NOT NULL,
    field      text        NOT NULL,
    detail     text        NOT NULL,
    raw        text        NOT NULL,
    is_whole   boolean     NOT NULL,
    run        bigint      NOT NULL,
    first_at   timestamptz NOT NULL,
    closed_at  timestamptz,
    UNIQUE (source, mark)
);
COMMENT ON COLUMN harvest.rejected.mark IS 'by which it is known again: its identifier, or the digest of what came';
COMMENT ON COLUMN harvest.rejected.raw IS 'as it came, cut where it is too long';
COMMENT ON COLUMN harvest.rejected.closed_at IS 'since when it is taken over, or comes no more';
CREATE INDEX rejected_open ON harvest.rejected (source, id DESC) WHERE closed_at IS NULL;

REVOKE DELETE ON ALL TABLES IN SCHEMA harvest FROM tongqu_app;
GRANT USAGE ON SCHEMA harvest TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA harvest TO tongqu_app;
GRANT SELECT ON ALL TABLES IN SCHEMA harvest TO tongqu_watch;
