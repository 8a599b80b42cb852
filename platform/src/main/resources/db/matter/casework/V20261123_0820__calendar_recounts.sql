-- When a calendar is imported, every open case is counted by it: how far that has come, and which cases got another day.
CREATE TABLE casework.recount (
    edition  text        PRIMARY KEY,
    begun_at timestamptz NOT NULL,
    ended_at timestamptz,
    after_id uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    cases    integer     NOT NULL,
    seen     integer     NOT NULL DEFAULT 0,
    kept     integer     NOT NULL DEFAULT 0
);
COMMENT ON COLUMN casework.recount.after_id IS 'the last case looked at; they are looked at by id';
COMMENT ON COLUMN casework.recount.cases IS 'how many were open when it began';
COMMENT ON COLUMN casework.recount.kept IS 'how many could not be counted, e.g. for a year without a calendar, and kept their day';
CREATE INDEX recount_open ON casework.recount (begun_at) WHERE ended_at IS NULL;

CREATE TABLE casework.recounted (
    edition      text        NOT NULL REFERENCES casework.recount,
    receipt      text        NOT NULL,
    clock        text        NOT NULL,
    case_id      uuid        NOT NULL,
    organisation text        NOT NULL,
    label        jsonb       NOT NULL,
    due_before   timestamptz NOT NULL,
    due_now      timestamptz NOT NULL,
    PRIMARY KEY (edition, receipt, clock)
);
CREATE INDEX recounted_page ON casework.recounted (edition, (receipt || '~' || clock));

CREATE INDEX case_open ON casework.case_file (id) WHERE status = 'RUNNING';

GRANT SELECT, INSERT, UPDATE ON casework.recount TO tongqu_app;
GRANT SELECT, INSERT ON casework.recounted TO tongqu_app;
GRANT SELECT ON casework.recount, casework.recounted TO tongqu_watch;
