package org.tongqu.platform.matter.services;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.engines.packs.Pack;
import org.tongqu.platform.matter.services.internal.KeptPacks;

/** The packs in use in a store that somebody else runs; for commands, which have no platform of their own. */
public final class InUse {

    private InUse() {}

    /** Of each pack the content that came to the store last. */
    public static List<Pack> packs(JdbcClient store) {
        return KeptPacks.newest(store);
    }

    /** The content a matter was opened with. */
    public static Pack byHash(JdbcClient store, String contentHash) {
        return KeptPacks.byHash(store, contentHash);
    }
}
