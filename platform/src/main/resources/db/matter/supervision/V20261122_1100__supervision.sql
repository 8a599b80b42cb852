-- What was promised, and whether it was kept. A projection of the case events; the colour of a lamp is
-- never stored, it follows from the clock and the time of asking.
CREATE SCHEMA supervision;

CREATE TABLE supervision.clock (
    case_id      uuid        NOT NULL,
    clock        text        NOT NULL,
    pack_id      text        NOT NULL,
    organisation text        NOT NULL,
    division     text        NOT NULL,
    receipt      text        NOT NULL,
    title        text        NOT NULL,
    label        jsonb       NOT NULL,
    state        text        NOT NULL CHECK (state IN ('RUNNING', 'STOPPED', 'ENDED')),
    started_at   timestamptz NOT NULL,
    warn_at      timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    stopped_at   timestamptz,
    stopped_for  interval    NOT NULL,
    ended_at     timestamptz,
    on_time      boolean,
    PRIMARY KEY (case_id, clock),
    CHECK ((state = 'STOPPED') = (stopped_at IS NOT NULL)),
    CHECK ((state = 'ENDED') = (ended_at IS NOT NULL)),
    CHECK ((state = 'ENDED') = (on_time IS NOT NULL))
);
CREATE INDEX clock_open ON supervision.clock (organisation, due_at, case_id, clock) WHERE state <> 'ENDED';
CREATE INDEX clock_ended ON supervision.clock (organisation, ended_at DESC, case_id, clock) WHERE state = 'ENDED';

GRANT USAGE ON SCHEMA supervision TO tongqu_app;
GRANT SELECT, INSERT, UPDATE ON supervision.clock TO tongqu_app;
