package org.tongqu.platform.matter.notices.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.engines.packs.Notices;
import org.tongqu.engines.packs.Pack;
import org.tongqu.platform.matter.casework.CaseHead;
import org.tongqu.platform.matter.notices.NoticeChannel.Batch;
import org.tongqu.platform.operate.store.CopyStream;
import org.tongqu.platform.trust.directory.Organisation;

/** Copies notices into their table. */
@Component
public class NoticeCopy {

    private final CopyStream copy;

    NoticeCopy(CopyStream copy) {
        this.copy = copy;
    }

    public static Batch told(Pack pack, CaseHead head, Organisation office, Notices.Act act) {
        return new Batch(
                head, act.after().version(), act.events().getLast().at(), NoticeTelling.told(pack, head, office, act));
    }

    public void load(List<Batch> batches) {
        try (var rows = copy.into(
                "notices.notice (case_id, version, notice, recipient, receipt, pack_hash, said, told_at, read_at)")) {
            for (var batch : batches) {
                for (var told : batch.told()) {
                    var said = told.values().canonical();
                    told.recipients()
                            .forEach(recipient -> rows.text(batch.head().caseId())
                                    .number(batch.version())
                                    .text(told.notice().id())
                                    .text(recipient)
                                    .text(batch.head().receipt().value())
                                    .text(batch.head().pack().contentHash())
                                    .text(said)
                                    .moment(batch.at())
                                    .moment(batch.at())
                                    .end());
                }
            }
            rows.finish();
        }
    }
}
