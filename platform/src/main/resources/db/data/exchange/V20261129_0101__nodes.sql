-- Nodes of departments (前置机): who they are, the codes by which they become known, and the runs whose rows they send.
CREATE TABLE exchange.node_authority (
    single      boolean     PRIMARY KEY DEFAULT true CHECK (single),
    certificate bytea       NOT NULL,
    private_key bytea       NOT NULL,
    made_at     timestamptz NOT NULL
);
COMMENT ON COLUMN exchange.node_authority.private_key IS 'sealed';

CREATE TABLE exchange.node_code (
    digest       text        PRIMARY KEY,
    system       text        NOT NULL,
    organisation text        NOT NULL,
    made_by      text        NOT NULL,
    made_at      timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    used_at      timestamptz
);
COMMENT ON COLUMN exchange.node_code.digest IS 'SHA-256 of the code, which stands nowhere';

CREATE TABLE exchange.node (
    id                bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    system            text        NOT NULL,
    organisation      text        NOT NULL,
    signing_key       text        NOT NULL REFERENCES exchange.signing_key,
    certificate_until timestamptz NOT NULL,
    enrolled_at       timestamptz NOT NULL,
    seen_at           timestamptz NOT NULL,
    version           text        NOT NULL DEFAULT '',
    connected         boolean     NOT NULL DEFAULT false,
    spool_parcels     bigint      NOT NULL DEFAULT 0,
    spool_bytes       bigint      NOT NULL DEFAULT 0,
    taken_back_at     timestamptz,
    taken_back_by     text
);
COMMENT ON COLUMN exchange.node.connected IS 'whether it was told how its department''s database is entered';
CREATE UNIQUE INDEX node_of_system ON exchange.node (system) WHERE taken_back_at IS NULL;
CREATE INDEX node_list ON exchange.node (organisation, id DESC);

CREATE TABLE exchange.node_run (
    run         bigint  PRIMARY KEY REFERENCES exchange.run,
    flow        text    NOT NULL REFERENCES exchange.flow,
    node        bigint  NOT NULL REFERENCES exchange.node,
    granted     text    NOT NULL,
    target_run  bigint  NOT NULL,
    first_read  bigint  NOT NULL,
    first_written bigint NOT NULL,
    first_aside bigint  NOT NULL,
    last_line   bigint,
    ended       boolean NOT NULL DEFAULT false,
    signed      boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE exchange.node_run IS 'what a run began with, since its parcels come one by one and to any program';
COMMENT ON COLUMN exchange.node_run.granted IS 'the items of its permit, to notice another one';
CREATE UNIQUE INDEX node_run_open ON exchange.node_run (flow) WHERE NOT ended;
CREATE INDEX node_run_unsigned ON exchange.node_run (node) WHERE ended AND NOT signed;

-- Of a key that a node keeps only the public part is known here; a system may have had keys before.
ALTER TABLE exchange.signing_key ALTER COLUMN private_key DROP NOT NULL;
DROP INDEX exchange.signing_key_of_holder;
CREATE UNIQUE INDEX signing_key_of_holder ON exchange.signing_key (holder) WHERE private_key IS NOT NULL;
CREATE INDEX signing_key_by_holder ON exchange.signing_key (holder);

CREATE INDEX flow_of_source ON exchange.flow (from_system, next_at) WHERE wanted;

GRANT SELECT, INSERT ON exchange.node_authority TO tongqu_app;
GRANT SELECT, INSERT, UPDATE ON exchange.node_code, exchange.node, exchange.node_run TO tongqu_app;
GRANT UPDATE (signatures) ON exchange.receipt TO tongqu_app;
GRANT SELECT ON exchange.node_authority, exchange.node_code, exchange.node, exchange.node_run TO tongqu_watch;
