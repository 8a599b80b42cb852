-- Both sides of a flow compared: what each holds by ranges of the key, and the rows that differ.
CREATE TABLE exchange.comparison (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    flow          text        NOT NULL REFERENCES exchange.flow,
    agreement     text        NOT NULL,
    state         text        NOT NULL CHECK (state IN
        ('running', 'complete', 'stopped', 'refused', 'failed', 'cut-short')),
    reason        text        NOT NULL DEFAULT '',
    reason_detail text        NOT NULL DEFAULT '',
    source_read   bigint      NOT NULL DEFAULT 0,
    target_read   bigint      NOT NULL DEFAULT 0,
    source_rows   bigint      NOT NULL DEFAULT 0,
    target_rows   bigint      NOT NULL DEFAULT 0,
    kept_out      bigint      NOT NULL DEFAULT 0,
    source_digest text        NOT NULL DEFAULT '',
    target_digest text        NOT NULL DEFAULT '',
    by_whom       text        NOT NULL,
    started_at    timestamptz NOT NULL,
    heard_at      timestamptz NOT NULL,
    ended_at      timestamptz,
    sent_by_run   bigint      REFERENCES exchange.run,
    CHECK (ended_at IS NOT NULL OR state = 'running')
);
COMMENT ON COLUMN exchange.comparison.source_read IS 'how far it came, with what had to be read once more';
COMMENT ON COLUMN exchange.comparison.kept_out IS 'rows of the source that rules do not let pass';
COMMENT ON COLUMN exchange.comparison.heard_at IS 'when the program that compares last said so: without a word for minutes it ended';
COMMENT ON COLUMN exchange.comparison.sent_by_run IS 'the run that sent the differing rows again';
CREATE INDEX comparison_of_flow ON exchange.comparison (flow, id DESC);
CREATE UNIQUE INDEX comparison_under_way ON exchange.comparison (flow) WHERE state = 'running';
CREATE INDEX comparison_sent ON exchange.comparison (sent_by_run) WHERE sent_by_run IS NOT NULL;

CREATE TABLE exchange.compared_range (
    comparison  bigint  NOT NULL REFERENCES exchange.comparison,
    number      integer NOT NULL,
    source_rows bigint  NOT NULL,
    target_rows bigint  NOT NULL,
    source_sum  bigint  NOT NULL,
    target_sum  bigint  NOT NULL,
    named       boolean NOT NULL,
    PRIMARY KEY (comparison, number)
);
COMMENT ON TABLE exchange.compared_range IS 'ranges that differ; of those that do not nothing is kept';
COMMENT ON COLUMN exchange.compared_range.named IS 'false where too much differs to name each row';

CREATE TABLE exchange.difference (
    comparison bigint  NOT NULL REFERENCES exchange.comparison,
    number     integer NOT NULL,
    kind       text    NOT NULL CHECK (kind IN
        ('missing-in-target', 'only-in-target', 'different', 'twice-in-source')),
    range      integer NOT NULL,
    key_hash   bigint  NOT NULL,
    key_shown  text    NOT NULL,
    PRIMARY KEY (comparison, number)
);
COMMENT ON TABLE exchange.difference IS 'rows that differ, of the last comparison of a flow';
COMMENT ON COLUMN exchange.difference.key_shown IS 'covered where the item is about a known person';
CREATE INDEX difference_by_kind ON exchange.difference (comparison, kind, number);

GRANT SELECT, INSERT, UPDATE ON exchange.comparison TO tongqu_app;
GRANT SELECT, INSERT, DELETE ON exchange.compared_range, exchange.difference TO tongqu_app;
GRANT SELECT ON exchange.comparison, exchange.compared_range, exchange.difference TO tongqu_watch;
