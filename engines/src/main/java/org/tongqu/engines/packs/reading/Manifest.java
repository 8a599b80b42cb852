package org.tongqu.engines.packs.reading;

import java.util.Map;
import org.tongqu.engines.cases.Clocks;
import org.tongqu.engines.packs.Dispatch;
import org.tongqu.engines.packs.ServiceItem;
import org.tongqu.kernel.text.Label;

/**
 * What {@code pack.yaml} says, and where it says it.
 *
 * @param spots of the keys that checks across files speak of, e.g. {@code clock.promised}
 */
record Manifest(
        String id,
        String version,
        String owner,
        Label title,
        Label summary,
        ServiceItem item,
        Clocks clocks,
        Map<String, Label> clockBases,
        Dispatch dispatch,
        Files files,
        Map<String, Spot> spots) {

    /** The files the others are named by. */
    record Files(String process, String form, String schema) {}

    Manifest with(Clocks clocks) {
        return new Manifest(id, version, owner, title, summary, item, clocks, clockBases, dispatch, files, spots);
    }

    Spot spot(String key) {
        return spots.getOrDefault(key, new Spot("pack.yaml", 1));
    }
}
