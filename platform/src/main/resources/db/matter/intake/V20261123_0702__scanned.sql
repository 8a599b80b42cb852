ALTER TABLE intake.material ADD COLUMN scanned_by text;
COMMENT ON COLUMN intake.material.scanned_by IS 'the clerk who scanned the paper at a window; null when the applicant sent a file';
