CREATE SCHEMA access;

-- What a role lets its holder see (reach) and whether it may act on what it sees. Packs add theirs at start.
CREATE TABLE access.role (
    code     text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]*$'),
    title_zh text    NOT NULL,
    title_en text    NOT NULL,
    reach    text    NOT NULL CHECK (reach IN ('own', 'subordinate', 'everything')),
    acts     boolean NOT NULL,
    origin   text    NOT NULL
);

INSERT INTO access.role (code, title_zh, title_en, reach, acts, origin) VALUES
    ('desk-chief',             '窗口负责人', 'Desk chief',             'subordinate', true,  'platform'),
    ('supervisor',             '效能监察员', 'Supervisor',             'everything',  false, 'platform'),
    ('auditor',                '审计管理员', 'Audit administrator',    'everything',  false, 'platform'),
    ('system-administrator',   '系统管理员', 'System administrator',   'own',         true,  'platform'),
    ('security-administrator', '安全管理员', 'Security administrator', 'own',         true,  'platform');

GRANT USAGE ON SCHEMA access TO tongqu_app;
GRANT SELECT, INSERT, UPDATE ON access.role TO tongqu_app;
