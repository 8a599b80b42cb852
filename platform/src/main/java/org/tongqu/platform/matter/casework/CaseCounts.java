package org.tongqu.platform.matter.casework;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.matter.casework.internal.CaseCountStore;

/** How many cases run by which content of a pack: figures that name nobody. */
@Service
public class CaseCounts {

    private final CaseCountStore store;

    CaseCounts(CaseCountStore store) {
        this.store = store;
    }

    /** @param all those that ended as well */
    public record Counted(long open, long all) {

        public static final Counted NONE = new Counted(0, 0);
    }

    /** Of every pack that ever had a case. */
    @Transactional(readOnly = true)
    public Map<String, Counted> byPack() {
        return store.byPack();
    }

    /** Of one pack, by the version its cases were opened with. */
    @Transactional(readOnly = true)
    public Map<String, Counted> byVersion(String packId) {
        return store.byVersion(packId);
    }
}
