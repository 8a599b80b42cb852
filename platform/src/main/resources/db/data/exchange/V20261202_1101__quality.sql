-- How timely, right and whole each resource was, day by day: what is counted anew today is kept tomorrow.
CREATE TABLE exchange.quality (
    resource       text   NOT NULL,
    day            date   NOT NULL,
    provider       text   NOT NULL,
    came           bigint NOT NULL,
    late           bigint NOT NULL,
    rows_read      bigint NOT NULL,
    rows_set_aside bigint NOT NULL,
    cells          bigint NOT NULL,
    filled         bigint NOT NULL,
    PRIMARY KEY (resource, day)
);
COMMENT ON COLUMN exchange.quality.came IS 'deliveries so far, at the end of the day; late are those of them that came too late';
COMMENT ON COLUMN exchange.quality.rows_read IS 'of the day alone, as are those set aside';
COMMENT ON COLUMN exchange.quality.cells IS 'of the targets at the end of the day that should hold something; filled do';
CREATE INDEX quality_of_provider ON exchange.quality (provider, day);

REVOKE ALL ON exchange.quality FROM tongqu_app;
GRANT SELECT, INSERT, UPDATE ON exchange.quality TO tongqu_app;
GRANT SELECT ON exchange.quality TO tongqu_watch;
