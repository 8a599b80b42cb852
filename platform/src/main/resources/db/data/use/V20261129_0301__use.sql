-- Use of registers: which resources are read from them, who used what of whom, and questions about it.
CREATE SCHEMA uses;

CREATE TABLE uses.offer (
    resource text        PRIMARY KEY,
    register text        NOT NULL,
    items    text        NOT NULL,
    said_by  text        NOT NULL,
    said_at  timestamptz NOT NULL
);
COMMENT ON TABLE uses.offer IS 'that a resource of the catalogue is read from a register';
COMMENT ON COLUMN uses.offer.items IS 'attribute=field pairs, parted by blanks';

-- What a person or firm is shown of who looked at their data. No value and no identifier.
CREATE TABLE uses.trace (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject      bytea       NOT NULL,
    at           timestamptz NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('verification', 'records', 'changes', 'snapshot', 'look')),
    register     text        NOT NULL,
    fields       text        NOT NULL,
    organisation text        NOT NULL,
    who_zh       text        NOT NULL,
    who_en       text        NOT NULL,
    call         text        NOT NULL,
    agreement    text        NOT NULL,
    purpose      text        NOT NULL,
    why          text        NOT NULL
);
COMMENT ON COLUMN uses.trace.subject IS 'keyed hash of whom it is about, or of the register of which all was taken';
COMMENT ON COLUMN uses.trace.fields IS 'names, parted by blanks; empty for the whole record';
COMMENT ON COLUMN uses.trace.who_zh IS 'the label of a system''s key, or the post of an officer';
COMMENT ON COLUMN uses.trace.call IS 'by which whoever looked finds it in the journal';
COMMENT ON COLUMN uses.trace.agreement IS 'empty for a look of an officer';
COMMENT ON COLUMN uses.trace.why IS 'number of the matter of a system; the reason an officer gave';
CREATE INDEX trace_of ON uses.trace (subject, id DESC);

CREATE TABLE uses.meter (
    agreement text   NOT NULL,
    register  text   NOT NULL,
    kind      text   NOT NULL,
    day       date   NOT NULL,
    calls     bigint NOT NULL,
    refused   bigint NOT NULL,
    records   bigint NOT NULL,
    bytes     bigint NOT NULL,
    PRIMARY KEY (agreement, register, kind, day)
);
COMMENT ON TABLE uses.meter IS 'what was used under an agreement on a day';

CREATE TABLE uses.counter (
    year integer PRIMARY KEY,
    last integer NOT NULL CHECK (last > 0)
);

-- A person asks an organisation why it looked.
CREATE TABLE uses.question (
    id           text        PRIMARY KEY CHECK (id ~ '^WX-[0-9]{4}-[0-9]{6}$'),
    trace        bigint      NOT NULL REFERENCES uses.trace,
    account      text        NOT NULL,
    organisation text        NOT NULL,
    words        bytea       NOT NULL,
    asked_at     timestamptz NOT NULL,
    state        text        NOT NULL CHECK (state IN ('asked', 'answered')),
    answer       bytea,
    answered_at  timestamptz,
    answered_by  text        NOT NULL DEFAULT '',
    due_on       date,
    due_at       timestamptz,
    version      integer     NOT NULL,
    UNIQUE (account, trace),
    CHECK ((due_on IS NULL) = (due_at IS NULL)),
    CHECK ((state = 'answered') = (answer IS NOT NULL AND answered_at IS NOT NULL))
);
COMMENT ON COLUMN uses.question.words IS 'sealed, as is the answer: they may name a person';
COMMENT ON COLUMN uses.question.due_on IS 'the last day on which it is answered in time; none once it was, or when the calendar does not know';
CREATE INDEX question_to ON uses.question (organisation, id DESC);
CREATE INDEX question_of ON uses.question (account, id DESC);

GRANT USAGE ON SCHEMA uses TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT, UPDATE ON uses.offer, uses.meter, uses.counter, uses.question TO tongqu_app;
GRANT SELECT, INSERT ON uses.trace TO tongqu_app;
GRANT SELECT ON ALL TABLES IN SCHEMA uses TO tongqu_watch;
