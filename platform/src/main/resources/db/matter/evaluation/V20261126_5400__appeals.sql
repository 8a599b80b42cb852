-- Appeals against scores of frozen periods, what was said to them, and what upheld ones amend. The frozen figures stay as
-- they are: an amendment stands beside them. Nothing here is ever changed or deleted.
CREATE TABLE evaluation.appeal_number (
    year int PRIMARY KEY,
    last int NOT NULL
);

CREATE TABLE evaluation.appeal (
    id           text        PRIMARY KEY,
    period       text        NOT NULL REFERENCES evaluation.period,
    kind         text        NOT NULL CHECK (kind IN ('ORGANISATION', 'POST')),
    subject      text        NOT NULL,
    indicator    text        NOT NULL,
    organisation text        NOT NULL,
    raised_by    text        NOT NULL,
    raised_name  text        NOT NULL,
    raised_at    timestamptz NOT NULL,
    reason       text        NOT NULL,
    due_at       timestamptz,
    UNIQUE (period, kind, subject, indicator)
);
COMMENT ON COLUMN evaluation.appeal.due_at IS 'first instant at which an answer is too late; none where the calendar does not reach';
CREATE INDEX appeal_of_organisation ON evaluation.appeal (organisation, id DESC);

CREATE INDEX appeal_of_score ON evaluation.appeal (kind, subject, indicator);

CREATE TABLE evaluation.appealed_row (
    appeal text NOT NULL REFERENCES evaluation.appeal,
    kind   text NOT NULL,
    row    text NOT NULL,
    number text NOT NULL,
    title  text NOT NULL,
    PRIMARY KEY (appeal, kind, row)
);
COMMENT ON COLUMN evaluation.appealed_row.kind IS 'what kind of row a measure counts';

CREATE TABLE evaluation.appeal_answer (
    appeal  text        PRIMARY KEY REFERENCES evaluation.appeal,
    verdict text        NOT NULL CHECK (verdict IN ('UPHELD', 'DISMISSED')),
    by_whom text        NOT NULL,
    by_name text        NOT NULL,
    at      timestamptz NOT NULL,
    words   text        NOT NULL
);

CREATE TABLE evaluation.amendment (
    appeal    text        NOT NULL REFERENCES evaluation.appeal_answer,
    period    text        NOT NULL REFERENCES evaluation.period,
    kind      text        NOT NULL,
    subject   text        NOT NULL,
    indicator text        NOT NULL,
    value     numeric,
    points    numeric,
    total     numeric,
    at        timestamptz NOT NULL,
    PRIMARY KEY (period, kind, subject, appeal)
);
CREATE INDEX amendment_of_appeal ON evaluation.amendment (appeal);
COMMENT ON COLUMN evaluation.amendment.total IS 'with this and every earlier amendment of the subject in the period';

REVOKE ALL ON evaluation.appeal_number, evaluation.appeal, evaluation.appealed_row, evaluation.appeal_answer,
    evaluation.amendment FROM tongqu_app;
GRANT SELECT, INSERT, UPDATE ON evaluation.appeal_number TO tongqu_app;
GRANT SELECT, INSERT ON evaluation.appeal, evaluation.appealed_row, evaluation.appeal_answer, evaluation.amendment
    TO tongqu_app;
GRANT SELECT ON evaluation.appeal_number, evaluation.appeal, evaluation.appealed_row, evaluation.appeal_answer,
    evaluation.amendment TO tongqu_watch;
