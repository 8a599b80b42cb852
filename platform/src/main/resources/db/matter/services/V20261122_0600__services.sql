-- What can be asked of the government. The folder of packs is read at every start; what was read is
-- kept here by its content, so that a case goes on under the rules it was opened with.
CREATE SCHEMA services;

CREATE TABLE services.pack_version (
    content_hash text PRIMARY KEY,
    pack_id      text        NOT NULL,
    version      text        NOT NULL,
    files        bytea       NOT NULL,
    kept_at      timestamptz NOT NULL
);
ALTER TABLE services.pack_version ALTER COLUMN files SET STORAGE EXTERNAL;
CREATE INDEX pack_version_of_pack ON services.pack_version (pack_id, version, kept_at DESC);

GRANT USAGE ON SCHEMA services TO tongqu_app;
GRANT SELECT, INSERT ON services.pack_version TO tongqu_app;
