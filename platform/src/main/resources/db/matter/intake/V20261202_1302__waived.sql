-- How many papers nobody had to hand in, since a register knew what they would prove.
ALTER TABLE intake.submission ADD COLUMN waived integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN intake.submission.waived IS 'papers that were asked for and not needed (免提交)';
CREATE INDEX submission_waived ON intake.submission (submitted_at, pack_id) WHERE round = 1 AND waived > 0;
