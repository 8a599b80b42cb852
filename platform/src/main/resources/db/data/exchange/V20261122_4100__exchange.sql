-- The exchange centre: systems of departments, flows between them, what each run moved, and meters by agreement.
CREATE SCHEMA exchange;

CREATE TABLE exchange.system (
    id           text        PRIMARY KEY,
    organisation text        NOT NULL,
    url          text        NOT NULL,
    login        text        NOT NULL,
    password     bytea       NOT NULL,
    connected_at timestamptz NOT NULL
);
COMMENT ON COLUMN exchange.system.password IS 'sealed';

CREATE TABLE exchange.flow (
    id          text        PRIMARY KEY,
    from_system text        NOT NULL,
    to_system   text        NOT NULL,
    resource    text        NOT NULL,
    consumer    text        NOT NULL,
    provider    text        NOT NULL,
    minutes     integer     NOT NULL CHECK (minutes > 0),
    wanted      boolean     NOT NULL DEFAULT true,
    next_at     timestamptz NOT NULL,
    complete_at timestamptz,
    waiting     bigint      NOT NULL DEFAULT 0
);
COMMENT ON COLUMN exchange.flow.wanted IS 'false when somebody halted it';
COMMENT ON COLUMN exchange.flow.complete_at IS 'when the last complete run began: as new is what the target has';
COMMENT ON COLUMN exchange.flow.waiting IS 'rows set aside that are not sent again yet';
CREATE INDEX flow_due ON exchange.flow (next_at) WHERE wanted;
CREATE INDEX flow_of_parties ON exchange.flow (consumer, resource);
CREATE INDEX flow_of_provider ON exchange.flow (provider);

CREATE TABLE exchange.run (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    flow           text        NOT NULL REFERENCES exchange.flow,
    agreement      text,
    state          text        NOT NULL CHECK (state IN
        ('running', 'complete', 'limited', 'stopped', 'refused', 'failed', 'cut-short')),
    reason         text        NOT NULL DEFAULT '',
    reason_detail  text        NOT NULL DEFAULT '',
    rows_read      bigint      NOT NULL DEFAULT 0,
    rows_written   bigint      NOT NULL DEFAULT 0,
    rows_set_aside bigint      NOT NULL DEFAULT 0,
    digest         text        NOT NULL DEFAULT '',
    by_whom        text        NOT NULL,
    started_at     timestamptz NOT NULL,
    ended_at       timestamptz,
    CHECK (rows_read = rows_written + rows_set_aside),
    CHECK (ended_at IS NOT NULL OR state = 'running')
);
COMMENT ON COLUMN exchange.run.rows_read IS 'of this run alone; always what was written and what was set aside';
CREATE INDEX run_of_flow ON exchange.run (flow, id DESC);
CREATE INDEX run_of_agreement ON exchange.run (agreement, id DESC);
CREATE INDEX run_under_way ON exchange.run (flow) WHERE state = 'running';

CREATE TABLE exchange.meter (
    agreement      text    NOT NULL,
    flow           text    NOT NULL REFERENCES exchange.flow,
    day            date    NOT NULL,
    runs           integer NOT NULL,
    rows_read      bigint  NOT NULL,
    rows_written   bigint  NOT NULL,
    rows_set_aside bigint  NOT NULL,
    PRIMARY KEY (agreement, flow, day)
);
COMMENT ON TABLE exchange.meter IS 'what moved under an agreement on a day';
CREATE INDEX meter_of_flow ON exchange.meter (flow, day);

GRANT USAGE ON SCHEMA exchange TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA exchange TO tongqu_app;
GRANT SELECT ON ALL TABLES IN SCHEMA exchange TO tongqu_watch;
