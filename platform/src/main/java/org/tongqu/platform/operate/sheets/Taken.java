package org.tongqu.platform.operate.sheets;

import org.tongqu.kernel.data.Datum;

/**
 * What became of a table that was handed in.
 *
 * @param made what is new
 * @param changed what was known and says something else now
 * @param same what was known and says the same
 */
public record Taken(int made, int changed, int same) {

    boolean isNothing() {
        return made + changed + same == 0;
    }

    /** Whether anything says something else than before. */
    public boolean isNews() {
        return made + changed > 0;
    }

    /** As the journal keeps it. */
    public Datum facts() {
        return Datum.empty()
                .with("made", Datum.of(made))
                .with("changed", Datum.of(changed))
                .with("same", Datum.of(same));
    }
}
