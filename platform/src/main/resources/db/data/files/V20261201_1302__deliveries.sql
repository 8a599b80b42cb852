-- Batches of files that systems without a database take, the keys by which they fetch them, and when the files of old batches
-- were cleared away.
CREATE TABLE files.delivery (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    flow        text        NOT NULL,
    part        text        NOT NULL,
    number      bigint      NOT NULL,
    provider    text        NOT NULL,
    consumer    text        NOT NULL,
    manifest    text        NOT NULL,
    bytes       bigint      NOT NULL,
    rows        bigint      NOT NULL,
    made_at     timestamptz NOT NULL,
    shared_at   timestamptz,
    received_at timestamptz,
    received_by text        NOT NULL DEFAULT '',
    cleared_at  timestamptz,
    UNIQUE (flow, part),
    UNIQUE (flow, number)
);
COMMENT ON COLUMN files.delivery.part IS 'what the run laid; made into a batch once';
COMMENT ON COLUMN files.delivery.shared_at IS 'when it was laid into the shared folder of its receiver';
CREATE INDEX delivery_of_provider ON files.delivery (provider, id DESC);
CREATE INDEX delivery_of_consumer ON files.delivery (consumer, id DESC);
CREATE INDEX delivery_of_flow ON files.delivery (flow, id DESC);
CREATE INDEX delivery_to_share ON files.delivery (flow, id) WHERE shared_at IS NULL AND cleared_at IS NULL;
CREATE INDEX delivery_to_clear ON files.delivery (made_at) WHERE cleared_at IS NULL;

CREATE TABLE files.fetch_key (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    digest       bytea       NOT NULL UNIQUE,
    shown        text        NOT NULL,
    flow         text        NOT NULL,
    made_by      text        NOT NULL,
    made_at      timestamptz NOT NULL,
    withdrawn_at timestamptz
);
COMMENT ON TABLE files.fetch_key IS 'by which the receiving system of a flow fetches its batches; the secret itself is not kept';
CREATE INDEX fetch_key_of_flow ON files.fetch_key (flow, id DESC);

ALTER TABLE files.batch ADD COLUMN cleared_at timestamptz;
CREATE INDEX batch_to_clear ON files.batch (ended_at) WHERE state = 'taken' AND cleared_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON files.delivery, files.fetch_key TO tongqu_app;
GRANT SELECT ON files.delivery, files.fetch_key TO tongqu_watch;
