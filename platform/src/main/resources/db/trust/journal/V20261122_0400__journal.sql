CREATE SCHEMA journal;

-- What was done. Written in the transaction of the deed, without a hash: no lock, no waiting.
CREATE TABLE journal.entry (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid          xid8        NOT NULL DEFAULT pg_current_xact_id(),
    at           timestamptz NOT NULL,
    who          text        NOT NULL,
    who_name     text        NOT NULL,
    verb         text        NOT NULL,
    subject_kind text        NOT NULL,
    subject      text        NOT NULL,
    why          text,
    agreement    text,
    details      text        NOT NULL
);
CREATE INDEX entry_commit_order ON journal.entry (xid, id);
CREATE INDEX entry_by_subject ON journal.entry (subject_kind, subject, id);
CREATE INDEX entry_by_who ON journal.entry (who, id);

-- The chain over the entries, in an order in which nothing committed can be skipped.
CREATE TABLE journal.link (
    number bigint PRIMARY KEY CHECK (number > 0),
    entry  bigint NOT NULL UNIQUE,
    xid    xid8   NOT NULL,
    hash   bytea  NOT NULL CHECK (length(hash) = 32)
);

CREATE FUNCTION journal.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('journal.maintenance', true), '') = 'on'
       AND pg_has_role(current_user, 'tongqu', 'USAGE') THEN
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION 'journal.% only grows: % is refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER entry_only_grows BEFORE UPDATE OR DELETE ON journal.entry
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_change();
CREATE TRIGGER entry_is_not_emptied BEFORE TRUNCATE ON journal.entry
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change();
CREATE TRIGGER link_only_grows BEFORE UPDATE OR DELETE ON journal.link
    FOR EACH ROW EXECUTE FUNCTION journal.refuse_change();
CREATE TRIGGER link_is_not_emptied BEFORE TRUNCATE ON journal.link
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change();

REVOKE ALL ON journal.entry, journal.link FROM tongqu_app;
GRANT USAGE ON SCHEMA journal TO tongqu_app;
GRANT SELECT, INSERT ON journal.entry, journal.link TO tongqu_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA journal TO tongqu_app;
