-- Performance evaluation (绩效评估): what was counted month by month, and the scores of months, quarters and years.
-- What belongs to a period that was frozen is written once: the application may neither change nor delete it, and once
-- the period itself is written nothing can be added to it.
CREATE SCHEMA evaluation;

CREATE TABLE evaluation.scheme (
    edition text        PRIMARY KEY,
    file    text        NOT NULL,
    kept_at timestamptz NOT NULL
);
COMMENT ON COLUMN evaluation.scheme.edition IS 'as its author calls it, and the beginning of the hash of the file';

CREATE TABLE evaluation.period (
    id        text        PRIMARY KEY,
    kind      text        NOT NULL CHECK (kind IN ('MONTH', 'QUARTER', 'YEAR')),
    first_day date        NOT NULL,
    end_day   date        NOT NULL,
    scheme    text        NOT NULL REFERENCES evaluation.scheme,
    frozen_at timestamptz NOT NULL,
    counted   bigint      NOT NULL,
    digest    text        NOT NULL,
    UNIQUE (kind, first_day)
);
COMMENT ON COLUMN evaluation.period.digest IS 'SHA-256 over its tallies, scores and places; also in the journal';

CREATE TABLE evaluation.tally (
    month        date    NOT NULL,
    measure      text    NOT NULL,
    organisation text    NOT NULL,
    post         text    NOT NULL,
    amount       numeric NOT NULL,
    rows         text[]  NOT NULL,
    amounts      numeric[],
    PRIMARY KEY (organisation, month, measure, post)
);
COMMENT ON COLUMN evaluation.tally.post IS 'code of the post of whoever did it; empty where a measure knows none';
COMMENT ON COLUMN evaluation.tally.rows IS 'each row that was counted, by what kind of row the measure counts';
COMMENT ON COLUMN evaluation.tally.amounts IS 'how much each row counted; none where each counts one';
CREATE INDEX tally_of_month ON evaluation.tally (month);

CREATE TABLE evaluation.standing (
    period  text    NOT NULL,
    kind    text    NOT NULL CHECK (kind IN ('ORGANISATION', 'POST', 'REGION')),
    subject text    NOT NULL,
    total   numeric NOT NULL,
    place   integer NOT NULL,
    PRIMARY KEY (period, kind, subject)
);
CREATE INDEX standing_by_place ON evaluation.standing (period, kind, place, subject);

CREATE TABLE evaluation.score (
    period    text    NOT NULL,
    kind      text    NOT NULL,
    subject   text    NOT NULL,
    indicator text    NOT NULL,
    value     numeric,
    points    numeric,
    PRIMARY KEY (period, kind, subject, indicator)
);

-- Of the month that is still open: counted again and again, without its rows, which are read where they are.
CREATE TABLE evaluation.draft (
    month        date    NOT NULL,
    measure      text    NOT NULL,
    organisation text    NOT NULL,
    post         text    NOT NULL,
    amount       numeric NOT NULL,
    PRIMARY KEY (month, measure, organisation, post)
);
CREATE TABLE evaluation.draft_month (
    month      date        PRIMARY KEY,
    counted_at timestamptz NOT NULL
);

CREATE FUNCTION evaluation.refuse_in(frozen text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM evaluation.period p WHERE p.id = frozen) THEN
        RAISE EXCEPTION 'The period % is frozen and takes nothing more', frozen USING ERRCODE = 'insufficient_privilege';
    END IF;
END $$;
CREATE FUNCTION evaluation.refuse_in_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM evaluation.refuse_in(to_char(NEW.month, 'YYYY-MM'));
    RETURN NEW;
END $$;
CREATE FUNCTION evaluation.refuse_in_period() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM evaluation.refuse_in(NEW.period);
    RETURN NEW;
END $$;
CREATE TRIGGER tally_is_frozen BEFORE INSERT ON evaluation.tally
    FOR EACH ROW EXECUTE FUNCTION evaluation.refuse_in_month();
CREATE TRIGGER standing_is_frozen BEFORE INSERT ON evaluation.standing
    FOR EACH ROW EXECUTE FUNCTION evaluation.refuse_in_period();
CREATE TRIGGER score_is_frozen BEFORE INSERT ON evaluation.score
    FOR EACH ROW EXECUTE FUNCTION evaluation.refuse_in_period();

REVOKE ALL ON ALL TABLES IN SCHEMA evaluation FROM tongqu_app;
GRANT USAGE ON SCHEMA evaluation TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT ON evaluation.scheme, evaluation.period, evaluation.tally, evaluation.standing, evaluation.score
    TO tongqu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON evaluation.draft, evaluation.draft_month TO tongqu_app;
GRANT SELECT ON ALL TABLES IN SCHEMA evaluation TO tongqu_watch;
