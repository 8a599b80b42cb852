-- The basic catalogue (基本目录) stands beside what offices carry out: the same kind of row under a code of twelve signs.
ALTER TABLE items.entry DROP CONSTRAINT entry_code_check;
ALTER TABLE items.entry ADD CONSTRAINT entry_code_check CHECK (length(code) IN (12, 31, 33));
ALTER TABLE items.entry ADD COLUMN basic boolean NOT NULL GENERATED ALWAYS AS (length(code) = 12) STORED;
COMMENT ON COLUMN items.entry.basic IS 'of the basic catalogue; otherwise as an office carries it out';
CREATE INDEX entry_in_order ON items.entry (basic, code) WHERE until IS NULL;
CREATE INDEX entry_of_basic ON items.entry (substr(code, 20, 12)) WHERE until IS NULL AND NOT basic;

INSERT INTO access.role (code, title_zh, title_en, reach, acts, origin) VALUES
    ('item-authority', '事项目录管理员', 'Keeper of the catalogue of items', 'own', true, 'platform');
