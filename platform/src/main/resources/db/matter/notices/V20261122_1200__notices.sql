-- What people were told, by act. The words follow from the pack the matter is bound to and the values kept
-- here; once written, only the time of reading is added.
CREATE SCHEMA notices;

CREATE TABLE notices.notice (
    case_id   uuid        NOT NULL,
    version   integer     NOT NULL,
    notice    text        NOT NULL,
    recipient text        NOT NULL,
    receipt   text        NOT NULL,
    pack_hash text        NOT NULL,
    said      jsonb       NOT NULL,
    told_at   timestamptz NOT NULL,
    read_at   timestamptz,
    PRIMARY KEY (case_id, version, notice, recipient)
);
COMMENT ON COLUMN notices.notice.version IS 'how many events the case had after the act that led to it';
COMMENT ON COLUMN notices.notice.notice IS 'its id in the pack';
COMMENT ON COLUMN notices.notice.recipient IS 'the account of an applicant or the staff id of an officer';
CREATE INDEX notice_of ON notices.notice (recipient, told_at DESC, case_id, version, notice);
CREATE INDEX notice_unread ON notices.notice (recipient) WHERE read_at IS NULL;

REVOKE ALL ON notices.notice FROM tongqu_app;
GRANT USAGE ON SCHEMA notices TO tongqu_app;
GRANT SELECT, INSERT ON notices.notice TO tongqu_app;
GRANT UPDATE (read_at) ON notices.notice TO tongqu_app;
