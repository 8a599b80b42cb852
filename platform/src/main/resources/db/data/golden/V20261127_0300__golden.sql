-- Registers that packs declare: what each source said and when, and one record made of it for each thing.
CREATE SCHEMA golden;

-- What came from a source at one time. A statement is known since its delivery was recorded.
CREATE TABLE golden.delivery (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    register    text        NOT NULL,
    source      text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    taken       bigint      NOT NULL DEFAULT 0,
    unchanged   bigint      NOT NULL DEFAULT 0,
    aside       bigint      NOT NULL DEFAULT 0,
    settled_at  timestamptz
);
COMMENT ON COLUMN golden.delivery.settled_at IS 'when the records were made anew from what it said; empty while that is still to be done';
CREATE INDEX delivery_of ON golden.delivery (register, source, id DESC);
CREATE INDEX delivery_to_settle ON golden.delivery (register, id) WHERE settled_at IS NULL;

-- Things that sources spoke of. The key is a keyed hash of register and identifier, evenly spread: sixteen ranges of it
-- are sixteen partitions, each of which can be read or made anew alone.
CREATE TABLE golden.entity (
    entity     uuid  NOT NULL PRIMARY KEY,
    register   text  NOT NULL,
    identifier bytea NOT NULL,
    root       uuid
) PARTITION BY RANGE (entity);
COMMENT ON COLUMN golden.entity.identifier IS 'sealed where the register says that it is sensitive, else as it is';
COMMENT ON COLUMN golden.entity.root IS 'what it is merged into: what is said of it counts there';
CREATE INDEX entity_merged ON golden.entity (root) WHERE root IS NOT NULL;

-- One record for each thing, made of what is said of it; it could be made anew at any time.
CREATE TABLE golden.record (
    entity   uuid   NOT NULL PRIMARY KEY,
    register text   NOT NULL,
    fields   jsonb  NOT NULL,
    origins  jsonb  NOT NULL,
    disputed text[] NOT NULL
) PARTITION BY RANGE (entity);
COMMENT ON COLUMN golden.record.fields IS 'what is believed, by attribute; sealed values as [likeness, sealed]';
COMMENT ON COLUMN golden.record.origins IS 'groups of attributes with one origin: source, since, delivery, fields';
COMMENT ON COLUMN golden.record.disputed IS 'attributes of which another source says something else';
CREATE INDEX record_of ON golden.record (register, entity);
CREATE INDEX record_disputed ON golden.record (register, entity) WHERE disputed <> '{}';

-- What a source said of a thing: it holds from valid_from on, whatever was said before. Only what changed is written.
CREATE TABLE golden.statement (
    entity     uuid   NOT NULL,
    delivery   bigint NOT NULL,
    valid_from date   NOT NULL,
    key        text   NOT NULL,
    digest     bigint NOT NULL,
    fields     jsonb  NOT NULL,
    PRIMARY KEY (entity, delivery)
) PARTITION BY RANGE (entity);
COMMENT ON COLUMN golden.statement.key IS 'what the source itself calls the record';
COMMENT ON COLUMN golden.statement.digest IS 'of all that was delivered: what comes again unchanged is known by it';

DO $$
DECLARE
    hex text := '0123456789abcdef';
    low text;
    high text;
BEGIN
    FOR i IN 1..16 LOOP
        low := CASE WHEN i = 1 THEN 'MINVALUE' ELSE quote_literal(rpad(substr(hex, i, 1), 32, '0')) END;
        high := CASE WHEN i = 16 THEN 'MAXVALUE' ELSE quote_literal(rpad(substr(hex, i + 1, 1), 32, '0')) END;
        EXECUTE format('CREATE TABLE golden.entity_%s PARTITION OF golden.entity FOR VALUES FROM (%s) TO (%s)',
            substr(hex, i, 1), low, high);
        EXECUTE format('CREATE TABLE golden.record_%s PARTITION OF golden.record FOR VALUES FROM (%s) TO (%s)',
            substr(hex, i, 1), low, high);
        EXECUTE format('CREATE TABLE golden.statement_%s PARTITION OF golden.statement FOR VALUES FROM (%s) TO (%s)',
            substr(hex, i, 1), low, high);
    END LOOP;
END $$;

-- Statements one upon the other: of each attribute the last one counts.
CREATE AGGREGATE golden.layered(jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}');

-- What tells a value from others: of a sealed one its likeness; of an empty one nothing.
CREATE FUNCTION golden.likeness(value jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE jsonb_typeof(value) WHEN 'array' THEN value -> 0 ELSE nullif(value, '""') END;

-- What could not be taken in, and why. Nothing of its content is kept: the source finds it by its own key.
CREATE TABLE golden.aside (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery bigint NOT NULL REFERENCES golden.delivery,
    register text   NOT NULL,
    key      text   NOT NULL,
    field    text   NOT NULL,
    kind     text   NOT NULL
);
CREATE INDEX aside_of ON golden.aside (register, id DESC);

-- That two records are of one thing, said by somebody, with the reason; and that it was taken back.
CREATE TABLE golden.merge (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    register    text        NOT NULL,
    entity      uuid        NOT NULL,
    into_entity uuid        NOT NULL CHECK (into_entity <> entity),
    at          timestamptz NOT NULL,
    by          text        NOT NULL,
    by_name     text        NOT NULL,
    why         text        NOT NULL,
    undone_at   timestamptz,
    undone_by   text,
    undone_name text,
    undone_why  text
);
CREATE UNIQUE INDEX merged_once ON golden.merge (entity) WHERE undone_at IS NULL;
CREATE INDEX merged_into ON golden.merge (into_entity);

-- Who looks at a record, and what for. A page of a record is opened by one of these and by nothing else.
CREATE TABLE golden.look (
    id       uuid        PRIMARY KEY,
    officer  text        NOT NULL,
    register text        NOT NULL,
    entity   uuid        NOT NULL,
    purpose  text        NOT NULL,
    why      text        NOT NULL,
    at       timestamptz NOT NULL
);

-- How many records there are, kept in the transaction that makes them.
CREATE TABLE golden.tally (
    register text   PRIMARY KEY,
    records  bigint NOT NULL,
    disputed bigint NOT NULL
);

REVOKE ALL ON ALL TABLES IN SCHEMA golden FROM tongqu_app;
GRANT USAGE ON SCHEMA golden TO tongqu_app, tongqu_watch;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA golden TO tongqu_app;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA golden TO tongqu_app;
GRANT UPDATE (taken, unchanged, aside, settled_at) ON golden.delivery TO tongqu_app;
GRANT UPDATE (root) ON golden.entity TO tongqu_app;
GRANT UPDATE (fields, origins, disputed), DELETE ON golden.record TO tongqu_app;
GRANT UPDATE (undone_at, undone_by, undone_name, undone_why) ON golden.merge TO tongqu_app;
GRANT UPDATE ON golden.tally TO tongqu_app;
GRANT SELECT ON ALL TABLES IN SCHEMA golden TO tongqu_watch;
