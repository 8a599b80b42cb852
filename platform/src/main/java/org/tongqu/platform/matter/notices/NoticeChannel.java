package org.tongqu.platform.matter.notices;

import java.time.Instant;
import java.util.List;
import org.tongqu.engines.packs.Notice.Channel;
import org.tongqu.engines.packs.Notices.Told;
import org.tongqu.platform.matter.casework.CaseHead;

/**
 * A way by which notices reach people. Asked in the transaction of the act: it may only write down what is to be sent,
 * and sends it when that transaction is committed.
 */
public interface NoticeChannel {

    Channel channel();

    void queue(Batch batch);

    /**
     * What one act has to tell by this way.
     *
     * @param version how many events the case has after the act
     */
    record Batch(CaseHead head, int version, Instant at, List<Told> told) {
        public Batch {
            told = List.copyOf(told);
        }
    }
}
