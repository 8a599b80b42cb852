-- Agreements on sharing: who may use which items of whose resource, what for, until when, and how it came to that.
CREATE SCHEMA agreements;

CREATE TABLE agreements.counter (
    year integer PRIMARY KEY,
    last integer NOT NULL CHECK (last > 0)
);

CREATE TABLE agreements.agreement (
    id            text        PRIMARY KEY CHECK (id ~ '^GX-[0-9]{4}-[0-9]{6}$'),
    resource      text        NOT NULL,
    resource_name text        NOT NULL,
    edition       integer     NOT NULL,
    consumer      text        NOT NULL,
    provider      text        NOT NULL CHECK (provider <> consumer),
    state         text        NOT NULL CHECK (state IN
        ('requested', 'checking', 'active', 'suspended', 'refused', 'disputed', 'withdrawn', 'revoked')),
    purpose       text        NOT NULL,
    use_for       text        NOT NULL,
    basis         text        NOT NULL,
    frequency     text        NOT NULL,
    row_limit     bigint      CHECK (row_limit > 0),
    starts        date        NOT NULL,
    ends          date        NOT NULL CHECK (ends > starts),
    renewal       date        CHECK (renewal > ends),
    heard         boolean     NOT NULL DEFAULT false,
    due_on        date,
    asked_by      text        NOT NULL,
    asked_name    text        NOT NULL,
    asked_at      timestamptz NOT NULL,
    version       integer     NOT NULL DEFAULT 1,
    words         text        NOT NULL
);
COMMENT ON COLUMN agreements.agreement.edition IS 'the edition of the resource that was read when it was asked for';
COMMENT ON COLUMN agreements.agreement.row_limit IS 'how many rows a run may take; none when it is not limited';
COMMENT ON COLUMN agreements.agreement.renewal IS 'until when it shall go on, as long as that is not answered';
COMMENT ON COLUMN agreements.agreement.heard IS 'a refusal is arbitrated once';
COMMENT ON COLUMN agreements.agreement.due_on IS 'the last day in time of whoever has to act now; none when nobody has, or the calendar does not know';
COMMENT ON COLUMN agreements.agreement.state IS 'still active after ends is expired';
CREATE INDEX agreement_of_consumer ON agreements.agreement (consumer, id DESC);
CREATE INDEX agreement_of_provider ON agreements.agreement (provider, id DESC);
CREATE INDEX agreement_of_resource ON agreements.agreement (resource, consumer, id DESC);
CREATE INDEX agreement_before_authority ON agreements.agreement (id DESC) WHERE state IN ('checking', 'disputed');
CREATE UNIQUE INDEX one_for_a_purpose ON agreements.agreement (resource, consumer, purpose)
    WHERE state IN ('requested', 'checking', 'disputed');

CREATE TABLE agreements.granted (
    agreement text    NOT NULL REFERENCES agreements.agreement,
    position  integer NOT NULL,
    field     text    NOT NULL,
    name      text    NOT NULL,
    masking   text    NOT NULL CHECK (masking IN ('plain', 'masked', 'hashed')),
    PRIMARY KEY (agreement, field)
);

CREATE TABLE agreements.deed (
    agreement    text        NOT NULL REFERENCES agreements.agreement,
    number       integer     NOT NULL,
    deed         text        NOT NULL,
    at           timestamptz NOT NULL,
    who          text        NOT NULL,
    who_name     text        NOT NULL,
    organisation text        NOT NULL,
    why          text        NOT NULL,
    PRIMARY KEY (agreement, number)
);
COMMENT ON TABLE agreements.deed IS 'the story of an agreement; nothing in it is changed';

REVOKE UPDATE, DELETE ON ALL TABLES IN SCHEMA agreements FROM tongqu_app;
GRANT USAGE ON SCHEMA agreements TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA agreements TO tongqu_app;
GRANT UPDATE ON agreements.counter, agreements.agreement TO tongqu_app;
GRANT DELETE ON agreements.granted TO tongqu_app;
GRANT SELECT ON ALL TABLES IN SCHEMA agreements TO tongqu_watch;
