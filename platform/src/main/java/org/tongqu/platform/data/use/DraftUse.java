package org.tongqu.platform.data.use;

import java.time.Instant;
import java.util.List;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.trust.journal.Entry;

/**
 * That what a form says of others was held against the registers while it was filled in; it may never be handed in. It holds
 * no value.
 *
 * @param draft its id; a draft leaves the same trace once, however often it is looked at
 * @param organisation that would receive the form
 * @param what would be asked for by it, e.g. 企业设立登记
 */
public record DraftUse(
        String draft, String organisation, Label what, Entry.Doer by, Instant at, List<FormUse.Fact> facts) {

    public DraftUse {
        facts = List.copyOf(facts);
    }
}
