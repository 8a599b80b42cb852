-- Releases that supervision was told of, until they come.
CREATE TABLE statistics.awaited (
    indicator text NOT NULL,
    period    date NOT NULL,
    day       date NOT NULL,
    PRIMARY KEY (indicator, period)
);
COMMENT ON COLUMN statistics.awaited.day IS 'the last day on which it comes in time';

REVOKE ALL ON statistics.awaited FROM tongqu_app;
GRANT SELECT, INSERT, DELETE ON statistics.awaited TO tongqu_app;
GRANT UPDATE (day) ON statistics.awaited TO tongqu_app;
GRANT SELECT ON statistics.awaited TO tongqu_watch;
