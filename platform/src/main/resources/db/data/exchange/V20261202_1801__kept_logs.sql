-- What a source keeps of its log for a flow that is followed no more, and when it was let go of.
ALTER TABLE exchange.flow
    ADD log_bytes     bigint,
    ADD log_warned_at timestamptz,
    ADD log_let_go_at timestamptz;
COMMENT ON COLUMN exchange.flow.log_bytes IS 'as last looked at; none while it is followed';
COMMENT ON COLUMN exchange.flow.log_warned_at IS 'when half of what is allowed was used up';
COMMENT ON COLUMN exchange.flow.log_let_go_at IS 'since then changes are not told: the flow begins anew';
