package org.tongqu.platform.data.golden;

import java.util.List;
import org.tongqu.design.Texts;
import org.tongqu.design.view.DataTable;
import org.tongqu.platform.trust.identity.SignedIn;

/** What other modules know of whom a record is about, such as their matters: as far as the officer may see it. */
public interface RecordSection {

    /** Tables, each under its caption; none about those of whom nothing is kept. */
    List<DataTable> tables(Texts texts, SignedIn.Officer who, Concerned concerned);
}
