-- What a form that was handed in took from registers is a use too.
ALTER TABLE uses.trace DROP CONSTRAINT trace_kind_check;
ALTER TABLE uses.trace ADD CONSTRAINT trace_kind_check
    CHECK (kind IN ('verification', 'records', 'changes', 'snapshot', 'look', 'form'));
COMMENT ON COLUMN uses.trace.who_zh IS 'the label of a system''s key, the post of an officer, or what was asked for by a form';
COMMENT ON COLUMN uses.trace.agreement IS 'empty for a look of an officer and for a form';
COMMENT ON COLUMN uses.trace.why IS 'number of the matter; the reason an officer gave';
