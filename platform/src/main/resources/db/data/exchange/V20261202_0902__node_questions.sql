-- What the centre asks of a node beside runs: what a side holds, rows to be sent again, and that it takes them.
CREATE TABLE exchange.node_question (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    node     bigint      NOT NULL REFERENCES exchange.node,
    asked    bytea       NOT NULL,
    heard_at timestamptz NOT NULL,
    given_at timestamptz,
    attempt  bigint,
    taken    integer     NOT NULL DEFAULT 0,
    answered boolean     NOT NULL DEFAULT false,
    reason   text,
    detail   text
);
COMMENT ON COLUMN exchange.node_question.asked IS 'sealed: it names keys and how they are hidden';
COMMENT ON COLUMN exchange.node_question.heard_at IS 'when the program that waits for the answer said so last';
COMMENT ON COLUMN exchange.node_question.attempt IS 'which attempt of the node to answer counts';
COMMENT ON COLUMN exchange.node_question.taken IS 'pieces of it that the waiting program has';
CREATE INDEX node_question_open ON exchange.node_question (node, id) WHERE reason IS NULL AND NOT answered;

CREATE TABLE exchange.node_piece (
    question bigint  NOT NULL REFERENCES exchange.node_question ON DELETE CASCADE,
    way      text    NOT NULL CHECK (way IN ('answer', 'given')),
    number   integer NOT NULL,
    attempt  bigint  NOT NULL,
    is_last  boolean NOT NULL,
    content  bytea   NOT NULL,
    PRIMARY KEY (question, way, number)
);
COMMENT ON COLUMN exchange.node_piece.content IS 'sealed; gone when it was taken, or nobody waits any more';

GRANT SELECT, INSERT, UPDATE, DELETE ON exchange.node_question, exchange.node_piece TO tongqu_app;
GRANT SELECT ON exchange.node_question, exchange.node_piece TO tongqu_watch;
