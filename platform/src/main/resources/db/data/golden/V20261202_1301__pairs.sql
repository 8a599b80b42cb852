-- Things that no source named by the identifier of their register, and which others they may be by what is said of both.
ALTER TABLE golden.entity ADD COLUMN loose boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN golden.entity.loose IS 'whether it is known by another identifier alone, or by none but the source''s own key';
CREATE INDEX entity_loose ON golden.entity (register, entity) WHERE loose AND root IS NULL;

CREATE TABLE golden.pair (
    id           bigint           GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    register     text             NOT NULL,
    entity       uuid             NOT NULL,
    into_entity  uuid             NOT NULL,
    probability  double precision NOT NULL,
    pieces       text[]           NOT NULL,
    state        text             NOT NULL CHECK (state IN ('waiting', 'gone', 'sure', 'same', 'different')),
    found_at     timestamptz      NOT NULL,
    decided_at   timestamptz,
    decided_by   text,
    decided_name text,
    why          text,
    UNIQUE (entity, into_entity)
);
COMMENT ON COLUMN golden.pair.pieces IS 'what was held against each other: attribute, level of agreement, weight in bits; no value';
COMMENT ON COLUMN golden.pair.state IS 'gone: no question any more; sure: made one by the rule; same and different: said by somebody, which stands';
CREATE INDEX pair_waiting ON golden.pair (register, probability DESC, id) WHERE state = 'waiting';
CREATE INDEX pair_into ON golden.pair (into_entity) WHERE state = 'waiting';

REVOKE ALL ON golden.pair FROM tongqu_app;
GRANT SELECT, INSERT ON golden.pair TO tongqu_app;
GRANT UPDATE (probability, pieces, state, found_at, decided_at, decided_by, decided_name, why) ON golden.pair TO tongqu_app;
GRANT SELECT ON golden.pair TO tongqu_watch;
