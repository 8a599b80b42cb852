-- Drafts of processes: who drew what, who approved it and why. What is in use stands in services.process_revision.
CREATE SCHEMA processes;

CREATE TABLE processes.draft (
    id            uuid        PRIMARY KEY,
    pack_id       text        NOT NULL,
    file          text        NOT NULL,
    organisation  text        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('DRAFTING', 'SUBMITTED', 'RETURNED', 'PUBLISHED', 'DROPPED')),
    before        bytea       NOT NULL,
    body          bytea       NOT NULL CHECK (octet_length(body) <= 1048576),
    revision      integer     NOT NULL CHECK (revision > 0),
    begun_at      timestamptz NOT NULL,
    begun_by      text        NOT NULL,
    saved_at      timestamptz NOT NULL,
    saved_by      text        NOT NULL,
    saved_name    text        NOT NULL,
    editors       text[]      NOT NULL CHECK (cardinality(editors) > 0),
    note          text        NOT NULL,
    submitted_at  timestamptz,
    submitted_name text       NOT NULL,
    decided_at    timestamptz,
    decided_by    text,
    decided_name  text        NOT NULL,
    why           text        NOT NULL,
    number        integer,
    version       text        NOT NULL,
    CONSTRAINT four_eyes CHECK (state <> 'PUBLISHED' OR decided_by <> ALL (editors)),
    CHECK ((state = 'PUBLISHED') = (number IS NOT NULL)),
    CHECK ((decided_at IS NULL) = (decided_by IS NULL))
);
COMMENT ON COLUMN processes.draft.before IS 'what was in use when it was begun';
COMMENT ON COLUMN processes.draft.editors IS 'all who changed it; none of them may approve it';
ALTER TABLE processes.draft ALTER COLUMN before SET STORAGE EXTERNAL;
ALTER TABLE processes.draft ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE UNIQUE INDEX draft_open ON processes.draft (pack_id, file)
    WHERE state IN ('DRAFTING', 'SUBMITTED', 'RETURNED');
CREATE INDEX draft_published ON processes.draft (pack_id, file, number DESC) WHERE state = 'PUBLISHED';

INSERT INTO access.role (code, title_zh, title_en, reach, acts, origin) VALUES
    ('process-drafter',  '流程设计员', 'Process designer', 'own', true, 'platform'),
    ('process-approver', '流程审定员', 'Process approver', 'own', true, 'platform');

REVOKE DELETE ON processes.draft FROM tongqu_app;
GRANT USAGE ON SCHEMA processes TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT, UPDATE ON processes.draft TO tongqu_app;
GRANT SELECT ON processes.draft TO tongqu_watch;
