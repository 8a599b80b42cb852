-- How many things each layer has and the box around them, kept as they are followed: no page counts them all.
CREATE TABLE space.extent (
    register text COLLATE "C"  NOT NULL,
    kind     text COLLATE "C"  NOT NULL,
    many     bigint            NOT NULL,
    west     double precision  NOT NULL,
    south    double precision  NOT NULL,
    east     double precision  NOT NULL,
    north    double precision  NOT NULL,
    PRIMARY KEY (register, kind)
);

INSERT INTO space.extent
SELECT register, kind, count(*), min((bounds[1])[0]), min((bounds[1])[1]), max((bounds[0])[0]), max((bounds[0])[1])
  FROM space.feature GROUP BY register, kind;

REVOKE ALL ON space.extent FROM tongqu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON space.extent TO tongqu_app;
GRANT SELECT ON space.extent TO tongqu_watch;
