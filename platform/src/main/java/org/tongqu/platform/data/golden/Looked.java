package org.tongqu.platform.data.golden;

import java.util.List;
import org.tongqu.platform.trust.identity.SignedIn;

/** An officer opened a record. Told in the transaction that lets them. @param about whom the record is about */
public record Looked(Look look, SignedIn.Officer officer, List<Concerned> about) {

    public Looked {
        about = List.copyOf(about);
    }
}
