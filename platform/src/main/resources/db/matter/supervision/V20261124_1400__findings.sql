-- What rules found. A row per case, rule and thing it is about: yellow first, red when it gets so far; never taken back.
CREATE TABLE supervision.finding (
    id           uuid        PRIMARY KEY,
    case_id      uuid        NOT NULL,
    rule         text        NOT NULL,
    subject      text        NOT NULL,
    pack_id      text        NOT NULL,
    organisation text        NOT NULL,
    receipt      text        NOT NULL,
    title        text        NOT NULL,
    label        jsonb       NOT NULL,
    yellow_at    timestamptz,
    red_at       timestamptz,
    found_at     timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(red_at, yellow_at)) STORED,
    level        text        NOT NULL GENERATED ALWAYS AS (CASE WHEN red_at IS NULL THEN 'YELLOW' ELSE 'RED' END) STORED,
    events       integer[]   NOT NULL,
    CHECK (yellow_at IS NOT NULL OR red_at IS NOT NULL)
);
CREATE INDEX finding_latest ON supervision.finding (found_at DESC, id DESC);
CREATE INDEX finding_of_organisation ON supervision.finding (organisation, found_at DESC, id DESC);
CREATE INDEX finding_of_case ON supervision.finding (case_id);

GRANT SELECT, INSERT, UPDATE ON supervision.finding TO tongqu_app;
GRANT SELECT ON supervision.finding TO tongqu_watch;

-- When time alone will make a rule find something of a clock: the next such moment, found by its index and by nothing else.
ALTER TABLE supervision.clock ADD COLUMN watch_at timestamptz;
UPDATE supervision.clock SET watch_at = CASE state WHEN 'STOPPED' THEN stopped_at ELSE warn_at END WHERE state <> 'ENDED';
CREATE INDEX clock_watched ON supervision.clock (watch_at) WHERE watch_at IS NOT NULL;
