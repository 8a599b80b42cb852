-- By when each resource is to come again, so that what is late is the beginning of an index and nobody reads the table.
ALTER TABLE catalog.delivery
    ADD COLUMN kept_since timestamptz,
    ADD COLUMN warn_at    timestamptz,
    ADD COLUMN due_at     timestamptz,
    ADD COLUMN came       bigint NOT NULL DEFAULT 1,
    ADD COLUMN late       bigint NOT NULL DEFAULT 0,
    ADD CHECK (late BETWEEN 0 AND came),
    ADD CHECK ((due_at IS NULL) = (warn_at IS NULL));
UPDATE catalog.delivery SET kept_since = at;
ALTER TABLE catalog.delivery ALTER COLUMN kept_since SET NOT NULL;
COMMENT ON COLUMN catalog.delivery.kept_since IS 'the first of the deliveries that came in time one after the other';
COMMENT ON COLUMN catalog.delivery.due_at IS 'the first instant that is too late; empty for what comes irregularly or was taken out';
COMMENT ON COLUMN catalog.delivery.late IS 'of those that came, how many came too late';
CREATE INDEX delivery_awaited ON catalog.delivery (warn_at) WHERE warn_at IS NOT NULL;
