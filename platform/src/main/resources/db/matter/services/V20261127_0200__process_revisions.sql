-- Processes that were approved on the platform and stand over those of the folder of packs. The latest of a file is in
-- use as long as the folder delivers the file it was drawn over; content and number of the whole pack follow from it.
CREATE TABLE services.process_revision (
    pack_id        text        NOT NULL,
    number         integer     NOT NULL CHECK (number > 0),
    file           text        NOT NULL,
    delivered_hash text        NOT NULL,
    body           bytea       NOT NULL CHECK (octet_length(body) <= 1048576),
    content_hash   text        NOT NULL REFERENCES services.pack_version,
    made_at        timestamptz NOT NULL,
    PRIMARY KEY (pack_id, number)
);
ALTER TABLE services.process_revision ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE INDEX process_revision_latest ON services.process_revision (pack_id, file, number DESC);

REVOKE UPDATE, DELETE ON services.process_revision FROM tongqu_app;
GRANT SELECT, INSERT ON services.process_revision TO tongqu_app;
GRANT USAGE ON SCHEMA services TO tongqu_watch;
GRANT SELECT ON services.process_revision TO tongqu_watch;
