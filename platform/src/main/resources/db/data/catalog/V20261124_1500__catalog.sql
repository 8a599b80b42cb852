-- The catalogue of government data: resources, their editions, the items of each, and who is the source of truth.
CREATE SCHEMA catalog;

CREATE TABLE catalog.counter (
    category text    PRIMARY KEY,
    last     integer NOT NULL CHECK (last > 0)
);
COMMENT ON TABLE catalog.counter IS 'the last running number given within a category';

CREATE TABLE catalog.resource (
    id           uuid PRIMARY KEY,
    code         text NOT NULL UNIQUE CHECK (code ~ '^[123][0-9]{5}[0-9A-Z]*/[1-9][0-9]*$'),
    organisation text NOT NULL
);

CREATE TABLE catalog.edition (
    resource          uuid        NOT NULL REFERENCES catalog.resource,
    number            integer     NOT NULL CHECK (number > 0),
    code              text        NOT NULL,
    organisation      text        NOT NULL,
    state             text        NOT NULL
        CHECK (state IN ('draft', 'review', 'check', 'published', 'superseded', 'retired')),
    name              text        NOT NULL,
    summary           text        NOT NULL,
    sharing           text        NOT NULL CHECK (sharing IN ('unconditional', 'conditional', 'none')),
    basis             text        NOT NULL,
    sharing_condition text        NOT NULL,
    ways              text[]      NOT NULL,
    opening           text        NOT NULL CHECK (opening IN ('closed', 'conditional', 'open')),
    opening_condition text        NOT NULL,
    cycle             text        NOT NULL,
    format            text        NOT NULL,
    format_detail     text        NOT NULL,
    related           text[]      NOT NULL,
    words             text        NOT NULL,
    compiler          text        NOT NULL,
    compiler_name     text        NOT NULL,
    changed_at        timestamptz NOT NULL,
    published_on      date,
    note              text        NOT NULL DEFAULT '',
    PRIMARY KEY (resource, number),
    CONSTRAINT nothing_kept_back_without_a_basis CHECK (state = 'draft' OR sharing <> 'none' OR basis <> '')
);
COMMENT ON COLUMN catalog.edition.code IS 'that of the resource, so that a list is one index';
COMMENT ON COLUMN catalog.edition.words IS 'what a search looks into: code, name, summary and items in lower case';
COMMENT ON COLUMN catalog.edition.note IS 'why it was sent back or retired';
CREATE UNIQUE INDEX one_published ON catalog.edition (resource) WHERE state = 'published';
CREATE UNIQUE INDEX one_in_work ON catalog.edition (resource) WHERE state IN ('draft', 'review', 'check');
CREATE INDEX edition_by_code ON catalog.edition (state, code);
CREATE INDEX edition_of ON catalog.edition (organisation, state, code);
CREATE INDEX edition_words ON catalog.edition USING gin (words gin_trgm_ops);
CREATE INDEX edition_open ON catalog.edition (code) WHERE state = 'published' AND opening <> 'closed';

CREATE TABLE catalog.item (
    resource    uuid    NOT NULL,
    edition     integer NOT NULL,
    position    integer NOT NULL CHECK (position > 0),
    name        text    NOT NULL,
    field       text    NOT NULL,
    type        text    NOT NULL,
    length      integer NOT NULL CHECK (length >= 0),
    key         boolean NOT NULL,
    required    boolean NOT NULL,
    sensitivity text    NOT NULL CHECK (sensitivity IN ('public', 'internal', 'personal', 'sensitive')),
    element     text,
    authority   text    NOT NULL CHECK (authority IN ('source', 'copy')),
    PRIMARY KEY (resource, edition, position),
    UNIQUE (resource, edition, field),
    FOREIGN KEY (resource, edition) REFERENCES catalog.edition
);

CREATE TABLE catalog.authority (
    element  text PRIMARY KEY,
    resource uuid NOT NULL REFERENCES catalog.resource
);
CREATE INDEX authority_of ON catalog.authority (resource);
COMMENT ON TABLE catalog.authority IS 'for each standard element the one published resource that is its source of truth';

-- Who works with shared data in a department, and who watches over all of it.
INSERT INTO access.role (code, title_zh, title_en, reach, acts, origin) VALUES
    ('data-officer',   '数据专员',       'Data officer',   'own',        true, 'platform'),
    ('data-chief',     '数据负责人',     'Data lead',      'own',        true, 'platform'),
    ('data-authority', '数据主管部门人员', 'Data authority', 'everything', true, 'platform');

REVOKE DELETE ON ALL TABLES IN SCHEMA catalog FROM tongqu_app;
GRANT USAGE ON SCHEMA catalog TO tongqu_app, tongqu_watch;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA catalog TO tongqu_app;
GRANT DELETE ON catalog.item, catalog.authority TO tongqu_app;
GRANT SELECT ON ALL TABLES IN SCHEMA catalog TO tongqu_watch;
