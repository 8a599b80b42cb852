-- Who works on what. The events are the truth and are only ever added; the other tables are projections
-- written in the same transaction and can be built again from the events.
CREATE SCHEMA casework;

CREATE TABLE casework.case_file (
    id             uuid        PRIMARY KEY,
    receipt        text        NOT NULL UNIQUE,
    pack_id        text        NOT NULL,
    pack_version   text        NOT NULL,
    pack_hash      text        NOT NULL,
    title          text        NOT NULL,
    applicant      text        NOT NULL,
    applicant_name text        NOT NULL,
    organisation   text        NOT NULL,
    division       text        NOT NULL,
    status         text        NOT NULL CHECK (status IN ('RUNNING', 'ENDED')),
    result         text,
    steps          text[]      NOT NULL,
    turn           text        NOT NULL CHECK (turn IN ('OFFICE', 'APPLICANT', 'NOBODY')),
    clock          text        NOT NULL CHECK (clock IN ('RUNNING', 'STOPPED', 'ENDED')),
    warn_at        timestamptz,
    due_at         timestamptz,
    opened_at      timestamptz NOT NULL,
    moved_at       timestamptz NOT NULL,
    ended_at       timestamptz,
    version        integer     NOT NULL CHECK (version > 0)
);
COMMENT ON COLUMN casework.case_file.steps IS 'the nodes of the process where the case now is';
COMMENT ON COLUMN casework.case_file.due_at IS 'of the clock that falls due first among those running';
COMMENT ON COLUMN casework.case_file.version IS 'how many events there are';
CREATE INDEX case_of_applicant ON casework.case_file (applicant, opened_at DESC, id);
CREATE INDEX case_of_organisation ON casework.case_file (organisation, opened_at DESC, id);

CREATE TABLE casework.event (
    case_id    uuid        NOT NULL,
    seq        integer     NOT NULL,
    type       text        NOT NULL,
    at         timestamptz NOT NULL,
    actor      text,
    actor_name text,
    payload    jsonb       NOT NULL,
    facts      bytea,
    PRIMARY KEY (case_id, seq)
);

CREATE TABLE casework.task (
    case_id       uuid        NOT NULL,
    task_id       text        NOT NULL,
    node_id       text        NOT NULL,
    performer     text        NOT NULL,
    organisation  text        NOT NULL,
    assignee      text,
    assignee_name text,
    opened_at     timestamptz NOT NULL,
    due_at        timestamptz,
    done_at       timestamptz,
    outcome       text,
    PRIMARY KEY (case_id, task_id)
);
COMMENT ON COLUMN casework.task.assignee IS 'who has it in hand; after it was done, who did it';
CREATE INDEX task_open ON casework.task (organisation, opened_at, case_id, task_id) WHERE done_at IS NULL;
CREATE INDEX task_open_of ON casework.task (assignee, opened_at, case_id, task_id) WHERE done_at IS NULL;
CREATE INDEX task_done_of ON casework.task (assignee, done_at DESC, case_id, task_id) WHERE done_at IS NOT NULL;
CREATE INDEX task_done ON casework.task (organisation, done_at DESC, case_id, task_id) WHERE done_at IS NOT NULL;

CREATE TABLE casework.timer (
    case_id  uuid        NOT NULL,
    timer_id text        NOT NULL,
    node_id  text        NOT NULL,
    due_at   timestamptz NOT NULL,
    retry_at timestamptz,
    PRIMARY KEY (case_id, timer_id)
);
CREATE INDEX timer_due ON casework.timer (due_at);

GRANT USAGE ON SCHEMA casework TO tongqu_app;
GRANT SELECT, INSERT, UPDATE ON casework.case_file, casework.task TO tongqu_app;
GRANT SELECT, INSERT ON casework.event TO tongqu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON casework.timer TO tongqu_app;
