-- Pairs that a comparison by evidence is in doubt about: people look at them, and what they said stands.
CREATE TABLE comparison.pair (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job         text        NOT NULL REFERENCES comparison.job,
    key         uuid        NOT NULL,
    said        bytea       NOT NULL,
    probability real        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('waiting', 'same', 'different', 'gone')),
    postponed   integer     NOT NULL DEFAULT 0,
    run         bigint      NOT NULL,
    found_at    timestamptz NOT NULL,
    decided_by  text,
    decided_at  timestamptz,
    UNIQUE (job, key)
);
COMMENT ON COLUMN comparison.pair.key IS 'keyed hash of both identifiers';
COMMENT ON COLUMN comparison.pair.said IS 'sealed: identifiers, row, what both sides say, and what each trait says';
COMMENT ON COLUMN comparison.pair.probability IS 'that they are one, as the linkage reckoned it';
COMMENT ON COLUMN comparison.pair.postponed IS 'how often somebody put it off: such pairs come last';
CREATE INDEX pair_waiting ON comparison.pair (job, postponed, probability DESC, id) WHERE state = 'waiting';
CREATE INDEX pair_decided ON comparison.pair (job, decided_at DESC, id DESC) WHERE state IN ('same', 'different');

-- Who looks at the doubtful pairs of a job, and what for.
CREATE TABLE comparison.review (
    job     text        NOT NULL REFERENCES comparison.job,
    officer text        NOT NULL,
    purpose text        NOT NULL,
    why     text        NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (job, officer, at)
);

GRANT SELECT, INSERT, UPDATE ON comparison.pair TO tongqu_app;
GRANT SELECT, INSERT ON comparison.review TO tongqu_app;
GRANT SELECT ON comparison.pair, comparison.review TO tongqu_watch;
