-- From node to node: what one reads waits here, sealed, until the other has written it.
CREATE TABLE exchange.node_relay (
    run     bigint  PRIMARY KEY REFERENCES exchange.run,
    node    bigint  NOT NULL REFERENCES exchange.node,
    asked   bytea   NOT NULL,
    is_read boolean NOT NULL DEFAULT false,
    ended   boolean NOT NULL DEFAULT false,
    signed  boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN exchange.node_relay.node IS 'the one that reads; the one that writes stands in node_run';
COMMENT ON COLUMN exchange.node_relay.asked IS 'sealed: where the reading goes on, behind the last parcel that waits';
CREATE INDEX node_relay_open ON exchange.node_relay (node) WHERE NOT ended;
CREATE INDEX node_relay_unsigned ON exchange.node_relay (node) WHERE ended AND NOT signed;

CREATE TABLE exchange.node_parcel (
    run     bigint NOT NULL REFERENCES exchange.node_relay,
    part    text   NOT NULL,
    before  bigint NOT NULL,
    content bytea  NOT NULL,
    PRIMARY KEY (run, part, before)
);
COMMENT ON COLUMN exchange.node_parcel.content IS 'sealed; gone when the other node has written it, or the run ended';

GRANT SELECT, INSERT, UPDATE ON exchange.node_relay TO tongqu_app;
GRANT SELECT, INSERT, DELETE ON exchange.node_parcel TO tongqu_app;
GRANT SELECT ON exchange.node_relay, exchange.node_parcel TO tongqu_watch;
