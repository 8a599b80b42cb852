package org.tongqu.platform.matter.notices;

import java.util.List;
import org.springframework.stereotype.Service;
import org.tongqu.engines.packs.Notices;
import org.tongqu.engines.packs.Pack;
import org.tongqu.platform.matter.casework.CaseHead;
import org.tongqu.platform.matter.notices.NoticeChannel.Batch;
import org.tongqu.platform.matter.notices.internal.NoticeCopy;
import org.tongqu.platform.trust.directory.Organisation;

/** Fills an empty table with what people were told in matters that another system hands over once. */
@Service
public class NoticeLoad {

    private final NoticeCopy copy;

    NoticeLoad(NoticeCopy copy) {
        this.copy = copy;
    }

    /** What the act would have told; without anything told for most. */
    public static Batch told(Pack pack, CaseHead head, Organisation office, Notices.Act act) {
        return NoticeCopy.told(pack, head, office, act);
    }

    /** Writes them as told on the site and read at once. */
    public void load(List<Batch> batches) {
        copy.load(batches);
    }
}
