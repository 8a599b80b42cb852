-- What was decided, under which number and on what basis, and what of it the public may read.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE SCHEMA decisions;

CREATE TABLE decisions.number_series (
    series text    NOT NULL,
    year   integer NOT NULL,
    last   integer NOT NULL,
    PRIMARY KEY (series, year)
);
COMMENT ON TABLE decisions.number_series IS 'document numbers leave no gap: the row is locked until the decision is stored';

CREATE TABLE decisions.decision (
    case_id         uuid        NOT NULL,
    task_id         text        NOT NULL,
    number          text        NOT NULL UNIQUE,
    receipt         text        NOT NULL,
    pack_id         text        NOT NULL,
    organisation    text        NOT NULL,
    outcome         text        NOT NULL,
    reason          text        NOT NULL,
    basis           text        NOT NULL,
    decided_by      text        NOT NULL,
    decided_by_name text        NOT NULL,
    decided_at      timestamptz NOT NULL,
    PRIMARY KEY (case_id, task_id)
);
CREATE INDEX decision_of_organisation ON decisions.decision (organisation, decided_at DESC, number);

CREATE TABLE decisions.publication (
    id           uuid        PRIMARY KEY,
    list         text        NOT NULL,
    case_id      uuid        NOT NULL,
    title        text        NOT NULL,
    result       text        NOT NULL,
    fields       jsonb       NOT NULL,
    organisation text        NOT NULL,
    division     text        NOT NULL,
    published_at timestamptz NOT NULL,
    words        text        NOT NULL,
    UNIQUE (case_id, list)
);
COMMENT ON COLUMN decisions.publication.fields IS 'already masked: nothing personal is stored here';
CREATE INDEX publication_newest ON decisions.publication (list, published_at DESC, id);
CREATE INDEX publication_of_division ON decisions.publication (list, division, published_at DESC, id);
CREATE INDEX publication_words ON decisions.publication USING GIN (words gin_trgm_ops);

GRANT USAGE ON SCHEMA decisions TO tongqu_app;
GRANT SELECT, INSERT, UPDATE ON decisions.number_series TO tongqu_app;
GRANT SELECT, INSERT ON decisions.decision, decisions.publication TO tongqu_app;
