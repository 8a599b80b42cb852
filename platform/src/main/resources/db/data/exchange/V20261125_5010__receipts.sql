-- What each run did, signed by the two systems and by the platform: the text that was signed, as it was signed.
CREATE TABLE exchange.signing_key (
    id          text        PRIMARY KEY,
    holder      text        NOT NULL,
    public_key  bytea       NOT NULL,
    private_key bytea       NOT NULL,
    made_at     timestamptz NOT NULL
);
COMMENT ON COLUMN exchange.signing_key.id IS 'the beginning of the SHA-256 of the public key';
COMMENT ON COLUMN exchange.signing_key.holder IS 'a system, or platform';
COMMENT ON COLUMN exchange.signing_key.private_key IS 'sealed';
CREATE UNIQUE INDEX signing_key_of_holder ON exchange.signing_key (holder);

CREATE TABLE exchange.receipt (
    run        bigint PRIMARY KEY REFERENCES exchange.run,
    content    text   NOT NULL,
    signatures jsonb  NOT NULL
);
COMMENT ON COLUMN exchange.receipt.content IS 'canonical JSON, byte by byte what was signed';

GRANT SELECT, INSERT ON exchange.signing_key, exchange.receipt TO tongqu_app;
GRANT SELECT ON exchange.signing_key, exchange.receipt TO tongqu_watch;
