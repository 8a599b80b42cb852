-- Of a source whose every delivery names all things, what it names no more is left out by it.
ALTER TABLE golden.delivery
    ADD COLUMN left_out  bigint NOT NULL DEFAULT 0,
    ADD COLUMN held_back bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN golden.delivery.left_out IS 'things that the source knows no more, since its whole delivery did not name them';
COMMENT ON COLUMN golden.delivery.held_back IS 'those that were so many that somebody may have sent a part: left out when the next delivery says so again';
COMMENT ON COLUMN golden.statement.digest IS 'of all that was delivered: what comes again unchanged is known by it; 0 where a whole delivery left it out';

-- Which things a whole delivery named, as long as it comes in.
CREATE TABLE golden.named (
    delivery bigint NOT NULL REFERENCES golden.delivery,
    entity   uuid   NOT NULL,
    PRIMARY KEY (delivery, entity)
);

REVOKE ALL ON golden.named FROM tongqu_app;
GRANT UPDATE (left_out, held_back) ON golden.delivery TO tongqu_app;
GRANT SELECT, INSERT, DELETE ON golden.named TO tongqu_app;
GRANT SELECT ON golden.named TO tongqu_watch;
