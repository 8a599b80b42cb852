package org.tongqu.platform.matter.studio.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongqu.engines.packs.Pack;
import org.tongqu.platform.matter.studio.Rehearsed;

/** Packs that were changed and rehearsed, read from what is kept; the last few stay read. */
@Component
public class ChangedPacks {

    private static final int REMEMBERED = 8;

    private final RehearsalStore store;
    private final Map<String, Pack> read = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pack> eldest) {
            return size() > REMEMBERED;
        }
    });

    ChangedPacks(RehearsalStore store) {
        this.store = store;
    }

    /** The pack as it was changed. */
    public Pack of(Rehearsed.Change change) {
        var hash = change.after().hash();
        var known = read.get(hash);
        if (known != null) {
            return known;
        }
        var pack = store.files(hash).read(change.packId());
        read.put(hash, pack);
        return pack;
    }
}
