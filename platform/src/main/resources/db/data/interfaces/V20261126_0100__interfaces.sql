-- Interface services: endpoints of providers, keys of consumers, what was called, and meters by agreement.
CREATE SCHEMA interfaces;

CREATE TABLE interfaces.endpoint (
    id                text        PRIMARY KEY,
    resource          text        NOT NULL,
    operation         text        NOT NULL,
    provider          text        NOT NULL,
    title             text        NOT NULL,
    method            text        NOT NULL CHECK (method IN ('GET', 'POST')),
    address           text        NOT NULL,
    records_at        text        NOT NULL DEFAULT '',
    parameters        text        NOT NULL,
    time_limit_ms     integer     NOT NULL CHECK (time_limit_ms > 0),
    per_minute        integer     NOT NULL CHECK (per_minute > 0),
    credential_header text        NOT NULL DEFAULT '',
    credential        bytea,
    open              boolean     NOT NULL DEFAULT true,
    version           integer     NOT NULL,
    changed_by        text        NOT NULL,
    changed_at        timestamptz NOT NULL,
    UNIQUE (resource, operation)
);
COMMENT ON COLUMN interfaces.endpoint.credential IS 'sealed';
COMMENT ON COLUMN interfaces.endpoint.open IS 'false when its provider halted it';
CREATE INDEX endpoint_of_provider ON interfaces.endpoint (provider, id);

CREATE TABLE interfaces.key (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    digest     bytea       NOT NULL UNIQUE,
    shown      text        NOT NULL,
    agreement  text        NOT NULL,
    resource   text        NOT NULL,
    consumer   text        NOT NULL,
    provider   text        NOT NULL,
    label      text        NOT NULL,
    made_by    text        NOT NULL,
    made_name  text        NOT NULL,
    made_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
);
COMMENT ON COLUMN interfaces.key.digest IS 'SHA-256; the key itself is shown once and kept nowhere';
CREATE INDEX key_of_consumer ON interfaces.key (consumer, id DESC);
CREATE INDEX key_of_provider ON interfaces.key (provider, id DESC);

CREATE TABLE interfaces.call (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    call        uuid        NOT NULL,
    endpoint    text        NOT NULL,
    agreement   text        NOT NULL,
    consumer    text        NOT NULL,
    key         bigint      NOT NULL,
    at          timestamptz NOT NULL,
    status      integer     NOT NULL,
    outcome     text        NOT NULL,
    records     bigint      NOT NULL,
    bytes       bigint      NOT NULL,
    took_us     bigint      NOT NULL,
    provider_us bigint      NOT NULL,
    digest      text        NOT NULL
);
COMMENT ON TABLE interfaces.call IS 'without what was asked and what was answered';
COMMENT ON COLUMN interfaces.call.digest IS 'SHA-256 of the answer; empty when none was given';
CREATE INDEX call_of_endpoint ON interfaces.call (endpoint, id DESC);

CREATE TABLE interfaces.meter (
    agreement text     NOT NULL,
    endpoint  text     NOT NULL,
    day       date     NOT NULL,
    calls     bigint   NOT NULL,
    refused   bigint   NOT NULL,
    failed    bigint   NOT NULL,
    records   bigint   NOT NULL,
    bytes     bigint   NOT NULL,
    spread    bigint[] NOT NULL,
    PRIMARY KEY (agreement, endpoint, day)
);
COMMENT ON TABLE interfaces.meter IS 'what was called under an agreement on a day';
COMMENT ON COLUMN interfaces.meter.spread IS 'how many calls took as long as each class of durations says';
CREATE INDEX meter_of_endpoint ON interfaces.meter (endpoint, day);

GRANT USAGE ON SCHEMA interfaces TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA interfaces TO tongqu_app;
GRANT SELECT ON ALL TABLES IN SCHEMA interfaces TO tongqu_watch;
