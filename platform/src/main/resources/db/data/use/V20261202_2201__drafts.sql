-- That what a form says of others was held against a register while it was filled in is a use too, handed in or not.
ALTER TABLE uses.trace DROP CONSTRAINT trace_kind_check;
ALTER TABLE uses.trace ADD CONSTRAINT trace_kind_check
    CHECK (kind IN ('verification', 'records', 'changes', 'snapshot', 'look', 'form', 'draft', 'check'));
COMMENT ON COLUMN uses.trace.call IS 'by which whoever looked finds it in the journal; of a draft its id';
-- However often a draft is looked at, and by two at once, it leaves the same trace once.
CREATE UNIQUE INDEX trace_of_draft ON uses.trace (call, subject, register, fields) WHERE kind = 'draft';
