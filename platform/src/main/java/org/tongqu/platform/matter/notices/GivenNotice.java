package org.tongqu.platform.matter.notices;

import java.time.Instant;
import java.util.Optional;
import org.tongqu.engines.packs.Notice;
import org.tongqu.kernel.text.Label;

/**
 * Something a person was told.
 *
 * @param key     by which its recipient names it, e.g. to say that it was read
 * @param receipt of the matter it is about; empty when it is of no case
 * @param href where it leads when it is of no case
 * @param readAt  when the recipient said so
 */
public record GivenNotice(
        String key,
        String caseId,
        String receipt,
        Words words,
        Optional<String> href,
        String recipient,
        Instant toldAt,
        Optional<Instant> readAt) {

    /** As it was written then: by the pack of the case and the values of that day. */
    public record Words(Notice.To to, Label title, Label text) {}

    public boolean isRead() {
        return readAt.isPresent();
    }
}
