-- Comparisons (比对核查): what of two deliveries does not agree, and what became of it.
CREATE SCHEMA comparison;

-- A job that packs declare, and from where it goes on.
CREATE TABLE comparison.job (
    code     text    PRIMARY KEY,
    declared text    NOT NULL,
    moment   text    NOT NULL DEFAULT '',
    wanted   boolean NOT NULL DEFAULT true
);
COMMENT ON COLUMN comparison.job.declared IS 'digest of the declaration under which it was last made: another one begins anew';
COMMENT ON COLUMN comparison.job.moment IS 'where the last comparison stopped in the database of the deliveries; empty before the first';
COMMENT ON COLUMN comparison.job.wanted IS 'whether something came since the last comparison began';

CREATE TABLE comparison.run (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job        text        NOT NULL REFERENCES comparison.job,
    reach      text        NOT NULL CHECK (reach IN ('all', 'changed')),
    started_at timestamptz NOT NULL,
    ended_at   timestamptz NOT NULL,
    started_by text        NOT NULL,
    touched    bigint,
    found      bigint      NOT NULL DEFAULT 0,
    fresh      bigint      NOT NULL DEFAULT 0,
    gone       bigint      NOT NULL DEFAULT 0,
    reason     text        NOT NULL DEFAULT '',
    detail     text        NOT NULL DEFAULT ''
);
COMMENT ON COLUMN comparison.run.reason IS 'why it could not be made; empty when it was';
CREATE INDEX run_of ON comparison.run (job, id DESC);

-- One disagreement. Found again it is the same one; what is found no longer closes by itself.
CREATE TABLE comparison.finding (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job        text        NOT NULL REFERENCES comparison.job,
    key        uuid        NOT NULL,
    said       bytea       NOT NULL,
    state      text        NOT NULL CHECK (state IN ('open', 'sent', 'excused', 'closed')),
    found_at   timestamptz NOT NULL,
    closed_at  timestamptz,
    run        bigint      NOT NULL,
    times      integer     NOT NULL DEFAULT 1,
    correction text,
    UNIQUE (job, key)
);
COMMENT ON COLUMN comparison.finding.key IS 'keyed hash of the identifier';
COMMENT ON COLUMN comparison.finding.said IS 'sealed: identifier, row and what both sides say';
COMMENT ON COLUMN comparison.finding.times IS 'how often it came up, counting each time that it was gone between';
CREATE INDEX finding_of ON comparison.finding (job, id DESC);
CREATE INDEX finding_in ON comparison.finding (job, state, id DESC);
CREATE INDEX finding_corrected ON comparison.finding (correction) WHERE correction IS NOT NULL;

-- Who looks at a finding in full, and what for.
CREATE TABLE comparison.look (
    finding bigint      NOT NULL REFERENCES comparison.finding,
    officer text        NOT NULL,
    purpose text        NOT NULL,
    why     text        NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (finding, officer, at)
);

GRANT USAGE ON SCHEMA comparison TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT, UPDATE ON comparison.job, comparison.run, comparison.finding TO tongqu_app;
GRANT SELECT, INSERT ON comparison.look TO tongqu_app;
GRANT SELECT ON ALL TABLES IN SCHEMA comparison TO tongqu_watch;
