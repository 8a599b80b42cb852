-- What a node's database refused, as the node tells it: reasons and keys alone, the rows stay in the department. And a
-- node that reaches its database takes the place of the login that was kept here.
CREATE TABLE exchange.node_aside (
    id      bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    flow    text    NOT NULL REFERENCES exchange.flow,
    run     bigint  NOT NULL,
    line    bigint  NOT NULL,
    row_key bytea   NOT NULL,
    rule    text    NOT NULL,
    field   text    NOT NULL,
    reason  text    NOT NULL
);
COMMENT ON COLUMN exchange.node_aside.row_key IS 'sealed; covered before where that was agreed';
CREATE INDEX node_aside_of_flow ON exchange.node_aside (flow, id);

ALTER TABLE exchange.node ADD COLUMN login_removed_at timestamptz;
COMMENT ON COLUMN exchange.node.login_removed_at IS 'when the login that was kept here for its system was removed; null when there was none';

GRANT SELECT, INSERT, DELETE ON exchange.node_aside TO tongqu_app;
GRANT DELETE ON exchange.system TO tongqu_app;
GRANT SELECT ON exchange.node_aside TO tongqu_watch;
