-- Batches of files that departments deliver for flows, and the keys of the systems that sign them.
CREATE SCHEMA files;

CREATE TABLE files.batch (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    token         text        NOT NULL UNIQUE,
    flow          text        NOT NULL,
    provider      text        NOT NULL,
    consumer      text        NOT NULL,
    name          text        NOT NULL,
    sender        text        NOT NULL,
    state         text        NOT NULL CHECK (state IN
        ('receiving', 'checking', 'placing', 'waiting', 'taken', 'set-aside')),
    number        bigint,
    manifest      text        NOT NULL,
    bytes         bigint      NOT NULL,
    rows          bigint      NOT NULL,
    fault         text        NOT NULL DEFAULT '',
    fault_details text[]      NOT NULL DEFAULT '{}',
    by_whom       text        NOT NULL,
    begun_at      timestamptz NOT NULL,
    leased_until  timestamptz,
    ended_at      timestamptz,
    run           bigint,
    UNIQUE (flow, number),
    CHECK ((state IN ('placing', 'waiting', 'taken')) = (number IS NOT NULL)),
    CHECK ((state = 'set-aside') = (fault <> ''))
);
COMMENT ON COLUMN files.batch.token IS 'names the upload to whoever opened it';
COMMENT ON COLUMN files.batch.number IS 'the order in which the batches of a flow are moved';
CREATE UNIQUE INDEX batch_alive ON files.batch (flow, name) WHERE state <> 'set-aside';
CREATE INDEX batch_under_way ON files.batch (state, id) WHERE state IN ('checking', 'placing');
CREATE INDEX batch_waiting ON files.batch (flow, number) WHERE state = 'waiting';
CREATE INDEX batch_of_provider ON files.batch (provider, id DESC);
CREATE INDEX batch_of_consumer ON files.batch (consumer, id DESC);
CREATE INDEX batch_of_flow ON files.batch (flow, id DESC);

CREATE TABLE files.key (
    id           text        PRIMARY KEY,
    system       text        NOT NULL,
    public_key   bytea       NOT NULL,
    private_key  bytea,
    made_by      text        NOT NULL,
    made_at      timestamptz NOT NULL,
    withdrawn_at timestamptz
);
COMMENT ON COLUMN files.key.private_key IS 'sealed; of keys alone that the platform keeps for a system';
CREATE INDEX key_of_system ON files.key (system, made_at DESC);

GRANT USAGE ON SCHEMA files TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA files TO tongqu_app;
GRANT SELECT ON ALL TABLES IN SCHEMA files TO tongqu_watch;
