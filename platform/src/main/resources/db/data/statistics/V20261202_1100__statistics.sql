-- Figures of indicators by region and period, with all their versions. Public once released: nothing of a person stands here.
CREATE SCHEMA statistics;

CREATE TABLE statistics.figure (
    indicator   text        NOT NULL,
    region      text        NOT NULL,
    period      date        NOT NULL,
    version     integer     NOT NULL CHECK (version > 0),
    value       numeric     NOT NULL,
    state       text        NOT NULL CHECK (state IN ('reported', 'reviewed', 'released')),
    reason      text        NOT NULL DEFAULT '',
    office      text        NOT NULL,
    reporter    text        NOT NULL,
    reported_by text        NOT NULL,
    reported_at timestamptz NOT NULL,
    reviewed_by text,
    reviewed_at timestamptz,
    released_by text,
    released_at timestamptz,
    until       timestamptz CHECK (until >= released_at),
    PRIMARY KEY (indicator, region, period, version),
    CHECK (state <> 'reviewed' OR reviewed_at IS NOT NULL),
    CHECK ((state = 'released') = (released_at IS NOT NULL)),
    CHECK (until IS NULL OR state = 'released'),
    CHECK (version = 1 OR reason <> '')
);
COMMENT ON COLUMN statistics.figure.period IS 'its first day; how long it lasts the indicator says';
COMMENT ON COLUMN statistics.figure.version IS 'counted from 1; each but the first says why';
COMMENT ON COLUMN statistics.figure.until IS 'since when another released version counts; null for the one that counts now';
CREATE UNIQUE INDEX figure_now ON statistics.figure (indicator, region, period) WHERE state = 'released' AND until IS NULL;
CREATE UNIQUE INDEX figure_open ON statistics.figure (indicator, region, period) WHERE state <> 'released';
CREATE INDEX figure_of_period ON statistics.figure (indicator, period, region) WHERE state = 'released' AND until IS NULL;
CREATE INDEX figure_of_office ON statistics.figure (office, period DESC, indicator) WHERE state <> 'released';

-- What was released is never overwritten: all that may still be said of it is that another version counts.
CREATE FUNCTION statistics.keep_released() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.until IS NOT NULL
       OR (to_jsonb(NEW) - 'until') IS DISTINCT FROM (to_jsonb(OLD) - 'until') THEN
        RAISE EXCEPTION 'A released figure is never overwritten: %, %, %', OLD.indicator, OLD.region, OLD.period;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_released BEFORE UPDATE ON statistics.figure
    FOR EACH ROW WHEN (OLD.state = 'released') EXECUTE FUNCTION statistics.keep_released();

CREATE TABLE statistics.answer (
    indicator text        NOT NULL,
    period    date        NOT NULL,
    finding   text        NOT NULL,
    reason    text        NOT NULL CHECK (reason <> ''),
    by_name   text        NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (indicator, period, finding)
);
COMMENT ON COLUMN statistics.answer.finding IS 'kind, region and amounts: of another figure it is another finding';

CREATE TABLE statistics.planned (
    indicator text        NOT NULL,
    period    date        NOT NULL,
    day       date        NOT NULL,
    by_name   text        NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (indicator, period)
);
COMMENT ON TABLE statistics.planned IS 'when a figure is to be released, where that is not the day its declaration says';

REVOKE ALL ON ALL TABLES IN SCHEMA statistics FROM tongqu_app;
GRANT USAGE ON SCHEMA statistics TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT, UPDATE ON statistics.figure, statistics.planned TO tongqu_app;
GRANT SELECT, INSERT ON statistics.answer TO tongqu_app;
GRANT SELECT ON ALL TABLES IN SCHEMA statistics TO tongqu_watch;
