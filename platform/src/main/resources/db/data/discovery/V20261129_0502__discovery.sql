-- Which table became which resource, so that none becomes two and what changed in it can be told.
CREATE SCHEMA discovery;

CREATE TABLE discovery.found (
    system   text        NOT NULL,
    path     text        NOT NULL,
    resource text        NOT NULL UNIQUE,
    found_at timestamptz NOT NULL,
    PRIMARY KEY (system, path)
);
COMMENT ON COLUMN discovery.found.path IS 'schema and table';

GRANT USAGE ON SCHEMA discovery TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT ON discovery.found TO tongqu_app;
GRANT SELECT ON discovery.found TO tongqu_watch;
