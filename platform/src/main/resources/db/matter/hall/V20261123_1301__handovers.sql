-- The way of the papers that were handed in at a window, from hall to hall to the office that decides: each step is sent
-- by one and received by another.
CREATE TABLE hall.handover (
    receipt         text        NOT NULL,
    step            integer     NOT NULL CHECK (step >= 1),
    title           text        NOT NULL,
    papers          integer     NOT NULL,
    from_hall       text        NOT NULL REFERENCES hall.hall,
    to_hall         text        REFERENCES hall.hall,
    to_organisation text        NOT NULL,
    office          text        NOT NULL,
    sent_at         timestamptz NOT NULL,
    sent_by         text        NOT NULL,
    sent_name       text        NOT NULL,
    received_at     timestamptz,
    received_by     text,
    received_name   text,
    PRIMARY KEY (receipt, step),
    CHECK ((received_at IS NULL) = (received_by IS NULL))
);
COMMENT ON COLUMN hall.handover.to_hall IS 'the next hall on the way; null when the office itself receives it';
COMMENT ON COLUMN hall.handover.to_organisation IS 'who runs that hall, or the office';
COMMENT ON COLUMN hall.handover.office IS 'who decides, and receives the papers in the end';
CREATE INDEX handover_awaited ON hall.handover (to_organisation, sent_at, receipt) WHERE received_at IS NULL;
REVOKE DELETE ON hall.handover FROM tongqu_app;
GRANT SELECT, INSERT ON hall.handover TO tongqu_app;
REVOKE UPDATE ON hall.handover FROM tongqu_app;
GRANT UPDATE (received_at, received_by, received_name) ON hall.handover TO tongqu_app;
GRANT SELECT ON hall.handover TO tongqu_watch;
