-- Servers of SFTP from which batches are fetched, and to which they are brought, one for each system.
CREATE TABLE files.place (
    system   text        PRIMARY KEY,
    host     text        NOT NULL,
    port     integer     NOT NULL CHECK (port BETWEEN 1 AND 65535),
    login    text        NOT NULL,
    folder   text        NOT NULL,
    host_key text        NOT NULL,
    secret   bytea       NOT NULL,
    made_by  text        NOT NULL,
    made_at  timestamptz NOT NULL
);
COMMENT ON COLUMN files.place.host_key IS 'SHA256:… of the key by which the server is known; another one is refused';
COMMENT ON COLUMN files.place.secret IS 'a password or a private key, sealed';

GRANT SELECT, INSERT, UPDATE, DELETE ON files.place TO tongqu_app;
GRANT SELECT ON files.place TO tongqu_watch;
