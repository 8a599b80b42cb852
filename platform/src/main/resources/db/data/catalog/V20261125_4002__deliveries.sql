-- What last came of each resource: when, how much, how much of it was refused, and a few rows, masked before they are kept.
CREATE TABLE catalog.delivery (
    resource uuid        PRIMARY KEY REFERENCES catalog.resource,
    at       timestamptz NOT NULL,
    rows     bigint      NOT NULL CHECK (rows >= 0),
    refused  bigint      NOT NULL CHECK (refused BETWEEN 0 AND rows),
    sample   jsonb       NOT NULL
);
COMMENT ON TABLE catalog.delivery IS 'the last delivery alone; whoever moves data keeps all of them';
COMMENT ON COLUMN catalog.delivery.sample IS 'rows of cells by field; personal items carry only their ends, sensitive ones nothing';

REVOKE DELETE ON catalog.delivery FROM tongqu_app;
GRANT SELECT, INSERT, UPDATE ON catalog.delivery TO tongqu_app;
GRANT SELECT ON catalog.delivery TO tongqu_watch;
