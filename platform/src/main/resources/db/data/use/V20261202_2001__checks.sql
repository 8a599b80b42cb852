-- That an officer asked deliveries about the people of an application is a use too.
ALTER TABLE uses.trace DROP CONSTRAINT trace_kind_check;
ALTER TABLE uses.trace ADD CONSTRAINT trace_kind_check
    CHECK (kind IN ('verification', 'records', 'changes', 'snapshot', 'look', 'form', 'check'));
COMMENT ON COLUMN uses.trace.register IS 'by code; of a check its own code';
COMMENT ON COLUMN uses.trace.who_zh IS 'the label of a system''s key, the post of an officer, what was asked for by a form, or what a check asked';
COMMENT ON COLUMN uses.trace.agreement IS 'empty for a look of an officer, a form and a check';
