-- What was put right and why, that publicity can end early because credit was repaired, and what tables said besides.
ALTER TABLE publicity.penalty
    ADD COLUMN withdrawn_how text CHECK (withdrawn_how IN ('ANNULLED', 'REPAIRED')),
    ADD COLUMN also          jsonb NOT NULL DEFAULT '{}';
COMMENT ON COLUMN publicity.penalty.withdrawn_how IS 'REPAIRED: the decision stands, its publicity ended early';
COMMENT ON COLUMN publicity.penalty.also IS 'cells of the national list that have no column here, by the code of theirs; nothing personal';
UPDATE publicity.penalty SET withdrawn_how = 'ANNULLED' WHERE withdrawn_at IS NOT NULL;
ALTER TABLE publicity.penalty ADD CHECK ((withdrawn_at IS NULL) = (withdrawn_how IS NULL));
DROP INDEX publicity.penalty_number;
CREATE UNIQUE INDEX penalty_number ON publicity.penalty (organisation, number)
    WHERE withdrawn_at IS NULL OR withdrawn_how = 'REPAIRED';

CREATE TABLE publicity.correction (
    number  bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    penalty uuid        NOT NULL REFERENCES publicity.penalty,
    at      timestamptz NOT NULL,
    why     text        NOT NULL CHECK (why <> '')
);
CREATE INDEX correction_of ON publicity.correction (penalty, at DESC, number DESC);
REVOKE UPDATE, DELETE ON publicity.correction FROM tongqu_app;
GRANT SELECT, INSERT ON publicity.correction TO tongqu_app;
GRANT SELECT ON publicity.correction TO tongqu_watch;
