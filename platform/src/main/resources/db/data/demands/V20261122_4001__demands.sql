-- The demand list: which data departments miss, who is to answer, and what the answer was.
CREATE SCHEMA demands;

CREATE TABLE demands.counter (
    year integer PRIMARY KEY,
    last integer NOT NULL CHECK (last > 0)
);

CREATE TABLE demands.demand (
    id           text        PRIMARY KEY CHECK (id ~ '^XQ-[0-9]{4}-[0-9]{6}$'),
    organisation text        NOT NULL,
    asked_by     text        NOT NULL,
    asked_name   text        NOT NULL,
    asked_at     timestamptz NOT NULL,
    title        text        NOT NULL,
    purpose      text        NOT NULL,
    basis        text        NOT NULL,
    elements     text        NOT NULL,
    frequency    text        NOT NULL,
    state        text        NOT NULL CHECK (state IN
        ('asked', 'assigned', 'answered', 'not-held', 'not-shareable', 'unmet', 'withdrawn')),
    assigned     text        CHECK (assigned <> organisation),
    due_on       date,
    resource     text,
    version      integer     NOT NULL,
    words        text        NOT NULL,
    CONSTRAINT assigned_to_somebody CHECK (state NOT IN ('assigned', 'answered', 'not-held', 'not-shareable')
        OR assigned IS NOT NULL),
    CONSTRAINT answered_with_a_resource CHECK ((state = 'answered') = (resource IS NOT NULL))
);
COMMENT ON COLUMN demands.demand.assigned IS 'the department in charge, as the data authority found; the last one asked while it looks for another';
COMMENT ON COLUMN demands.demand.due_on IS 'the last day in time of whoever has to act now; none when nobody has, or the calendar does not know';
COMMENT ON COLUMN demands.demand.words IS 'what a search looks into, in lower case';
CREATE INDEX demand_of ON demands.demand (organisation, id DESC);
CREATE INDEX demand_assigned ON demands.demand (assigned, id DESC);
CREATE INDEX demand_to_assign ON demands.demand (id DESC) WHERE state IN ('asked', 'not-held');
CREATE INDEX demand_words ON demands.demand USING gin (words gin_trgm_ops);

CREATE TABLE demands.deed (
    demand       text        NOT NULL REFERENCES demands.demand,
    number       integer     NOT NULL,
    deed         text        NOT NULL,
    at           timestamptz NOT NULL,
    who          text        NOT NULL,
    who_name     text        NOT NULL,
    organisation text        NOT NULL,
    about        text        NOT NULL,
    why          text        NOT NULL,
    PRIMARY KEY (demand, number)
);
COMMENT ON TABLE demands.deed IS 'the story of a demand; nothing in it is changed';

REVOKE UPDATE, DELETE ON ALL TABLES IN SCHEMA demands FROM tongqu_app;
GRANT USAGE ON SCHEMA demands TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA demands TO tongqu_app;
GRANT UPDATE ON demands.counter, demands.demand TO tongqu_app;
GRANT SELECT ON ALL TABLES IN SCHEMA demands TO tongqu_watch;
