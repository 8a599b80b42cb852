-- The three administrators (三员) are three people, and none of them handles matters: whoever holds one of these roles
-- holds it alone. The fences are numbered; two roles of one person may not stand behind different ones.
ALTER TABLE directory.staff_role ADD COLUMN fence smallint NOT NULL GENERATED ALWAYS AS (
    CASE role WHEN 'system-administrator' THEN 1 WHEN 'security-administrator' THEN 2 WHEN 'auditor' THEN 3 ELSE 0 END
) STORED;
ALTER TABLE directory.staff_role ADD CONSTRAINT administrators_apart
    EXCLUDE USING gist (staff WITH =, fence WITH <>);
