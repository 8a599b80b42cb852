-- Things of declared registers that have a place on the map, kept beside their golden records and made from them: all of
-- it could be made anew by following the registers from their beginning.
CREATE SCHEMA space;

CREATE TABLE space.feature (
    register   text COLLATE "C" NOT NULL,
    identifier text COLLATE "C" NOT NULL,
    kind       text COLLATE "C" NOT NULL,
    label      text             NOT NULL,
    likeness   text             NOT NULL,
    division   text COLLATE "C" NOT NULL,
    shape      bytea            NOT NULL,
    bounds     box              NOT NULL,
    open       jsonb            NOT NULL,
    internal   jsonb            NOT NULL,
    PRIMARY KEY (register, identifier)
);
COMMENT ON COLUMN space.feature.kind IS 'the code by which it stands on a layer of its own; empty when its register has one layer';
COMMENT ON COLUMN space.feature.likeness IS 'name or address as it is compared: one width, no spaces';
COMMENT ON COLUMN space.feature.shape IS 'well-known binary, degrees of CGCS2000';
COMMENT ON COLUMN space.feature.bounds IS 'the smallest box around the shape';
COMMENT ON COLUMN space.feature.open IS 'attributes that everybody may know';
COMMENT ON COLUMN space.feature.internal IS 'attributes that officers may know besides; never of a person';
CREATE INDEX feature_of_kind ON space.feature (register, kind, identifier);
CREATE INDEX feature_bounds ON space.feature USING gist (bounds);
CREATE INDEX feature_open ON space.feature USING gin (open jsonb_path_ops);
CREATE INDEX feature_likeness ON space.feature (likeness text_pattern_ops);
CREATE INDEX feature_division ON space.feature (division, kind);

-- How far the changes of each register were followed, and under which declaration: another one begins anew.
CREATE TABLE space.followed (
    register    text PRIMARY KEY,
    declaration text NOT NULL,
    position    text NOT NULL
);

REVOKE ALL ON ALL TABLES IN SCHEMA space FROM tongqu_app;
GRANT USAGE ON SCHEMA space TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT, UPDATE, DELETE ON space.feature TO tongqu_app;
GRANT SELECT, INSERT, UPDATE ON space.followed TO tongqu_app;
GRANT SELECT ON ALL TABLES IN SCHEMA space TO tongqu_watch;
