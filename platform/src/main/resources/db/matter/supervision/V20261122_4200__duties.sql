-- What offices owe by a day beside their cases. Whoever owes it says when it began and when it was done.
CREATE TABLE supervision.duty (
    id           uuid        PRIMARY KEY,
    kind         text        NOT NULL,
    number       text        NOT NULL,
    title        text        NOT NULL,
    pack_id      text        NOT NULL,
    organisation text        NOT NULL,
    href         text        NOT NULL,
    since        timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    done_at      timestamptz,
    watch_at     timestamptz,
    CHECK (watch_at IS NULL OR done_at IS NULL)
);
COMMENT ON COLUMN supervision.duty.number IS 'by which people name it; never the receipt of somebody who must stay unknown';
COMMENT ON COLUMN supervision.duty.watch_at IS 'when time alone will make a rule find something of it';
CREATE INDEX duty_watched ON supervision.duty (watch_at) WHERE watch_at IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON supervision.duty TO tongqu_app;
GRANT SELECT ON supervision.duty TO tongqu_watch;
