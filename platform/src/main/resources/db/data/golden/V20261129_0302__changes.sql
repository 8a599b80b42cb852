-- Which transaction last changed a record: whoever follows the changes reads those of which every transaction has ended,
-- and so never skips one that commits late.
ALTER TABLE golden.record ADD COLUMN changed xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX record_changed ON golden.record (register, changed, entity);

-- Records that are no more, since their thing was merged into another.
CREATE TABLE golden.gone (
    entity   uuid PRIMARY KEY,
    register text NOT NULL,
    changed  xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX gone_changed ON golden.gone (register, changed, entity);

REVOKE ALL ON golden.gone FROM tongqu_app;
GRANT UPDATE (changed) ON golden.record TO tongqu_app;
GRANT SELECT, INSERT ON golden.gone TO tongqu_app;
GRANT UPDATE (changed) ON golden.gone TO tongqu_app;
GRANT SELECT ON golden.gone TO tongqu_watch;
