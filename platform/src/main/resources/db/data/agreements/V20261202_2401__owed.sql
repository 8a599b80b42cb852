-- What providers owe an answer to: requests, and wishes for more time.
CREATE INDEX agreement_owed ON agreements.agreement (due_on, id)
    WHERE due_on IS NOT NULL AND (state = 'requested' OR state = 'active' AND renewal IS NOT NULL);
