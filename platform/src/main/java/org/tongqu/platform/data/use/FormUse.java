package org.tongqu.platform.data.use;

import java.time.Instant;
import java.util.List;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.trust.journal.Entry;

/**
 * What a form took from the registers by the time it was handed in: answers they gave, and papers they spared. It holds no
 * value.
 *
 * @param what is asked for by the form, e.g. 企业设立登记
 */
public record FormUse(Matter matter, Label what, Entry.Doer by, Instant at, List<Fact> facts) {

    /** @param organisation that receives it */
    public record Matter(String receipt, String organisation) {}

    /** One field of whom a register is about. */
    public record Fact(Concerned about, String register, String field) {}

    public FormUse {
        facts = List.copyOf(facts);
    }
}
