-- Packs that somebody would change, and the cases played again by them before anything is published.
CREATE SCHEMA studio;

CREATE TABLE studio.changed_pack (
    content_hash text        PRIMARY KEY,
    pack_id      text        NOT NULL,
    version      text        NOT NULL,
    files        bytea       NOT NULL,
    kept_at      timestamptz NOT NULL
);
COMMENT ON TABLE studio.changed_pack IS 'whole packs as they were rehearsed; none of them is published by that';

CREATE TABLE studio.rehearsal (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pack_id        text        NOT NULL,
    title_zh       text        NOT NULL,
    title_en       text        NOT NULL,
    before_hash    text        NOT NULL,
    before_version text        NOT NULL,
    after_hash     text        NOT NULL REFERENCES studio.changed_pack,
    after_version  text        NOT NULL,
    changed        text[]      NOT NULL,
    from_day       date        NOT NULL,
    to_day         date        NOT NULL CHECK (to_day >= from_day),
    organisation   text,
    by_whom        text        NOT NULL,
    by_name        text        NOT NULL,
    asked_at       timestamptz NOT NULL,
    state          text        NOT NULL CHECK (state IN ('waiting', 'running', 'complete', 'cancelled', 'failed')),
    cases          integer     NOT NULL,
    played         integer     NOT NULL DEFAULT 0,
    last_opened_at timestamptz,
    last_case      uuid,
    program        text        NOT NULL DEFAULT '',
    heard_at       timestamptz NOT NULL,
    cuts           integer     NOT NULL DEFAULT 0,
    ended_at       timestamptz,
    CHECK ((ended_at IS NULL) = (state IN ('waiting', 'running'))),
    CHECK ((last_opened_at IS NULL) = (last_case IS NULL))
);
COMMENT ON COLUMN studio.rehearsal.before_hash IS 'content of the pack that applied when it was asked for';
COMMENT ON COLUMN studio.rehearsal.changed IS 'names of the files that differ from that';
COMMENT ON COLUMN studio.rehearsal.organisation IS 'whose cases alone; all where there is none';
COMMENT ON COLUMN studio.rehearsal.cases IS 'how many there were when it was asked for';
COMMENT ON COLUMN studio.rehearsal.last_case IS 'behind which it goes on';
COMMENT ON COLUMN studio.rehearsal.program IS 'which program plays it; nobody else may write its lines';
COMMENT ON COLUMN studio.rehearsal.heard_at IS 'when that program last said so: without a word for long it ended, and another goes on';
COMMENT ON COLUMN studio.rehearsal.cuts IS 'how often a program ended under it';
CREATE UNIQUE INDEX rehearsal_of_one ON studio.rehearsal (by_whom) WHERE state IN ('waiting', 'running');
CREATE INDEX rehearsal_to_play ON studio.rehearsal (id) WHERE state IN ('waiting', 'running');
CREATE INDEX rehearsal_of_content ON studio.rehearsal (after_hash);

CREATE TABLE studio.foreseen (
    rehearsal     bigint      NOT NULL REFERENCES studio.rehearsal,
    number        integer     NOT NULL,
    case_id       uuid        NOT NULL,
    receipt       text        NOT NULL,
    organisation  text        NOT NULL,
    opened_at     timestamptz NOT NULL,
    pack_version  text        NOT NULL,
    is_open       boolean     NOT NULL,
    kind          text        NOT NULL,
    days          integer     NOT NULL,
    took          integer,
    result_then   text        NOT NULL,
    result_now    text        NOT NULL,
    standing_then text        NOT NULL,
    standing_now  text        NOT NULL,
    steps_out     text        NOT NULL,
    steps_in      text        NOT NULL,
    why           text        NOT NULL,
    why_step      text        NOT NULL,
    why_what      text        NOT NULL,
    PRIMARY KEY (rehearsal, number)
);
COMMENT ON COLUMN studio.foreseen.days IS 'how many working days later it would have ended; negative for sooner';
COMMENT ON COLUMN studio.foreseen.took IS 'working days from its opening to its end, as it went; null of one that goes on';
COMMENT ON COLUMN studio.foreseen.standing_then IS 'the steps where it stands, between spaces';
COMMENT ON COLUMN studio.foreseen.steps_out IS 'the steps it did and would not have done, between spaces';
CREATE INDEX foreseen_otherwise ON studio.foreseen (rehearsal, number) WHERE kind = 'ends-otherwise';
CREATE INDEX foreseen_later ON studio.foreseen (rehearsal, number) WHERE NOT is_open AND days > 0;
CREATE INDEX foreseen_sooner ON studio.foreseen (rehearsal, number) WHERE NOT is_open AND days < 0;
CREATE INDEX foreseen_other ON studio.foreseen (rehearsal, number)
    WHERE NOT is_open AND days = 0
        AND kind IN ('goes-another-way', 'ruled-otherwise', 'timeliness', 'another-day');
CREATE INDEX foreseen_unknown ON studio.foreseen (rehearsal, number) WHERE NOT is_open AND kind = 'unknown';
CREATE INDEX foreseen_open ON studio.foreseen (rehearsal, number) WHERE is_open AND kind <> 'goes-on';

CREATE TABLE studio.clock_change (
    rehearsal bigint      NOT NULL,
    number    integer     NOT NULL,
    clock     text        NOT NULL,
    due_then  timestamptz,
    late_then boolean     NOT NULL,
    due_now   timestamptz,
    late_now  boolean     NOT NULL,
    PRIMARY KEY (rehearsal, number, clock),
    FOREIGN KEY (rehearsal, number) REFERENCES studio.foreseen
);
COMMENT ON TABLE studio.clock_change IS 'clocks of foreseen cases that would be due on another day, or late where they were not';

-- Who changes packs and tries the change on what was; sees no more cases than others of the office.
INSERT INTO access.role (code, title_zh, title_en, reach, acts, origin) VALUES
    ('pack-designer', '服务设计员', 'Service designer', 'own', true, 'platform')
    ON CONFLICT (code) DO NOTHING;

REVOKE ALL ON ALL TABLES IN SCHEMA studio FROM tongqu_app;
GRANT USAGE ON SCHEMA studio TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT ON studio.changed_pack, studio.foreseen, studio.clock_change TO tongqu_app;
GRANT SELECT, INSERT, UPDATE ON studio.rehearsal TO tongqu_app;
GRANT SELECT ON ALL TABLES IN SCHEMA studio TO tongqu_watch;
