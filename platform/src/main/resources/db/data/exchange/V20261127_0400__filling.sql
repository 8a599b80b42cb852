-- How full the columns are that a flow writes, counted in its target some time after a run that wrote something.
CREATE TABLE exchange.filling (
    flow       text        NOT NULL REFERENCES exchange.flow,
    field      text        NOT NULL,
    position   integer     NOT NULL,
    rows       bigint      NOT NULL,
    filled     bigint      NOT NULL,
    counted_at timestamptz NOT NULL,
    PRIMARY KEY (flow, field),
    CHECK (filled BETWEEN 0 AND rows)
);
COMMENT ON TABLE exchange.filling IS 'the last count alone';
CREATE INDEX flow_of_resource ON exchange.flow (resource);

GRANT SELECT, INSERT, UPDATE, DELETE ON exchange.filling TO tongqu_app;
GRANT SELECT ON exchange.filling TO tongqu_watch;
