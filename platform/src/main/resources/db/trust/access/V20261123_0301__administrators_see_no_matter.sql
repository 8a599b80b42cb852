-- Administrators run the platform and handle no matter, so they see none.
ALTER TABLE access.role DROP CONSTRAINT role_reach_check;
ALTER TABLE access.role ADD CONSTRAINT role_reach_check
    CHECK (reach IN ('nothing', 'own', 'subordinate', 'everything'));

UPDATE access.role SET reach = 'nothing', acts = false
 WHERE code IN ('system-administrator', 'security-administrator', 'auditor') AND origin = 'platform';
UPDATE access.role SET title_zh = '安全保密管理员' WHERE code = 'security-administrator';
UPDATE access.role SET title_zh = '安全审计员', title_en = 'Security auditor' WHERE code = 'auditor';
