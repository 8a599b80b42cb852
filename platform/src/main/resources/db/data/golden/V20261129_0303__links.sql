-- By what records name records of other registers, so that whoever looks at a person finds the house. Of a sealed value
-- its likeness alone.
CREATE TABLE golden.link (
    entity   uuid NOT NULL,
    relation text NOT NULL,
    register text NOT NULL,
    likeness text NOT NULL,
    PRIMARY KEY (entity, relation)
);
CREATE INDEX link_to ON golden.link (register, relation, likeness, entity);

REVOKE ALL ON golden.link FROM tongqu_app;
GRANT SELECT, INSERT, DELETE ON golden.link TO tongqu_app;
GRANT UPDATE (likeness) ON golden.link TO tongqu_app;
GRANT SELECT ON golden.link TO tongqu_watch;
