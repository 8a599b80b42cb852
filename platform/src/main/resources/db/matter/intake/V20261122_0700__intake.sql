-- What people fill in. A draft is the applicant's own; a submission is frozen, numbered and never changed.
CREATE SCHEMA intake;

CREATE SEQUENCE intake.receipt_sequence;

CREATE TABLE intake.draft (
    id           uuid        PRIMARY KEY,
    owner        text        NOT NULL,
    owner_name   text        NOT NULL,
    pack_id      text        NOT NULL,
    pack_version text        NOT NULL,
    pack_hash    text        NOT NULL,
    filled       bytea       NOT NULL,
    saved_pages  text[]      NOT NULL,
    submit_token text        NOT NULL UNIQUE,
    receipt      text,
    reopened     jsonb,
    started_at   timestamptz NOT NULL,
    saved_at     timestamptz NOT NULL,
    UNIQUE (owner, receipt)
);
COMMENT ON COLUMN intake.draft.filled IS 'answers and where they came from; sealed, as the files are';
COMMENT ON COLUMN intake.draft.receipt IS 'set when this draft answers a correction notice for a matter already handed in';
COMMENT ON COLUMN intake.draft.reopened IS 'the fields and materials the correction notice opened again';
CREATE INDEX draft_of_owner ON intake.draft (owner, saved_at DESC);

CREATE TABLE intake.material (
    id           uuid        PRIMARY KEY,
    draft_id     uuid,
    receipt      text,
    owner        text        NOT NULL,
    material_id  text        NOT NULL,
    file_name    text        NOT NULL,
    content_type text        NOT NULL,
    size         integer     NOT NULL,
    sha256       text        NOT NULL,
    content      bytea       NOT NULL,
    uploaded_at  timestamptz NOT NULL,
    CHECK ((draft_id IS NULL) <> (receipt IS NULL))
);
ALTER TABLE intake.material ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON TABLE intake.material IS 'a file is held by a draft until the draft is handed in, by the receipt ever after';
CREATE INDEX material_of_draft ON intake.material (draft_id) WHERE draft_id IS NOT NULL;
CREATE INDEX material_of_receipt ON intake.material (receipt) WHERE receipt IS NOT NULL;

CREATE TABLE intake.submission (
    receipt        text        NOT NULL,
    round          integer     NOT NULL CHECK (round >= 1),
    case_id        uuid        NOT NULL,
    pack_id        text        NOT NULL,
    pack_version   text        NOT NULL,
    pack_hash      text        NOT NULL,
    applicant      text        NOT NULL,
    applicant_name text        NOT NULL,
    organisation   text        NOT NULL,
    division       text        NOT NULL,
    title          text        NOT NULL,
    filled         bytea       NOT NULL,
    materials      jsonb       NOT NULL,
    content_hash   text        NOT NULL,
    submit_token   text        NOT NULL UNIQUE,
    submitted_at   timestamptz NOT NULL,
    PRIMARY KEY (receipt, round),
    UNIQUE (case_id, round)
);
COMMENT ON COLUMN intake.submission.round IS '1 is the application, each answered correction notice adds one';
COMMENT ON COLUMN intake.submission.submit_token IS 'pressing the button twice meets this key: one receipt';
CREATE INDEX submission_of_applicant ON intake.submission (applicant, submitted_at DESC);
CREATE INDEX submission_of_pack ON intake.submission (submitted_at, pack_id) WHERE round = 1;

GRANT USAGE ON SCHEMA intake TO tongqu_app;
GRANT USAGE, SELECT ON SEQUENCE intake.receipt_sequence TO tongqu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON intake.draft, intake.material TO tongqu_app;
GRANT SELECT, INSERT ON intake.submission TO tongqu_app;
