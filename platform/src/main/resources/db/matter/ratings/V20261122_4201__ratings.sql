-- What applicants say of how they were served (好差评), and what offices did about what was bad.
CREATE SCHEMA ratings;

CREATE TABLE ratings.rating (
    id           uuid        PRIMARY KEY,
    case_id      uuid        NOT NULL,
    receipt      text        NOT NULL,
    applicant    text        NOT NULL,
    pack_id      text        NOT NULL,
    organisation text        NOT NULL,
    point        text        NOT NULL CHECK (point IN ('GUIDE', 'SUBMISSION', 'CORRECTION', 'RESULT')),
    channel      text        NOT NULL CHECK (channel IN ('WEB', 'WINDOW')),
    grade        smallint    NOT NULL CHECK (grade BETWEEN 1 AND 5),
    reasons      text[]      NOT NULL,
    words        text        NOT NULL,
    contact      bytea,
    rated_at     timestamptz NOT NULL,
    counts       boolean     NOT NULL DEFAULT true,
    UNIQUE (case_id, point)
);
COMMENT ON TABLE ratings.rating IS 'one of each point of a case; who gave it is shown to nobody at the office';
COMMENT ON COLUMN ratings.rating.grade IS 'as GB/T 39046 counts: 1 very satisfied … 5 very dissatisfied';
COMMENT ON COLUMN ratings.rating.contact IS 'the number somebody left to be called back on; sealed';
COMMENT ON COLUMN ratings.rating.counts IS 'false once a supervisor found it malicious';
CREATE INDEX rating_latest ON ratings.rating (rated_at DESC, id DESC);
CREATE INDEX rating_of_organisation ON ratings.rating (organisation, rated_at DESC, id DESC);

CREATE TABLE ratings.follow_up_number (
    year integer PRIMARY KEY,
    last integer NOT NULL
);

CREATE TABLE ratings.follow_up (
    id           uuid        PRIMARY KEY REFERENCES ratings.rating (id),
    number       text        NOT NULL UNIQUE,
    organisation text        NOT NULL,
    addressed    text        NOT NULL,
    state        text        NOT NULL CHECK (state IN
        ('OPEN', 'CALLED', 'VERIFIED', 'ANSWERED', 'APPEALED', 'SETTLED', 'DISCONTENT', 'STRUCK')),
    round        integer     NOT NULL CHECK (round > 0),
    opened_at    timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    edition      text        NOT NULL,
    answered_at  timestamptz,
    in_time      boolean,
    version      integer     NOT NULL
);
COMMENT ON TABLE ratings.follow_up IS 'what is owed after a bad rating: to call back, to verify, to put right, to answer';
COMMENT ON COLUMN ratings.follow_up.addressed IS 'who has to do it: the office, or the one above where the first answer did not content';
COMMENT ON COLUMN ratings.follow_up.answered_at IS 'when it was answered first, and in_time whether within the limit';
CREATE INDEX follow_up_latest ON ratings.follow_up (opened_at DESC, id DESC);
CREATE INDEX follow_up_of_organisation ON ratings.follow_up (organisation, opened_at DESC, id DESC);
CREATE INDEX follow_up_of_addressed ON ratings.follow_up (addressed, opened_at DESC, id DESC);

CREATE TABLE ratings.follow_up_step (
    follow_up uuid        NOT NULL REFERENCES ratings.follow_up (id),
    number    integer     NOT NULL,
    kind      text        NOT NULL CHECK (kind IN ('OPENED', 'CALLED', 'VERIFIED', 'ANSWERED', 'CONTENT', 'DISCONTENT',
        'APPEALED', 'UPHELD', 'REJECTED')),
    at        timestamptz NOT NULL,
    by        text        NOT NULL,
    by_name   text        NOT NULL,
    verdict   text        CHECK (verdict IN ('FOUNDED', 'PARTLY', 'UNFOUNDED')),
    words     text        NOT NULL,
    PRIMARY KEY (follow_up, number)
);

GRANT USAGE ON SCHEMA ratings TO tongqu_app;
REVOKE ALL ON ratings.rating, ratings.follow_up_step FROM tongqu_app;
GRANT SELECT, INSERT ON ratings.rating, ratings.follow_up_step TO tongqu_app;
GRANT UPDATE (counts) ON ratings.rating TO tongqu_app;
GRANT SELECT, INSERT, UPDATE ON ratings.follow_up, ratings.follow_up_number TO tongqu_app;
GRANT USAGE ON SCHEMA ratings TO tongqu_watch;
GRANT SELECT ON ratings.rating, ratings.follow_up, ratings.follow_up_step, ratings.follow_up_number TO tongqu_watch;
