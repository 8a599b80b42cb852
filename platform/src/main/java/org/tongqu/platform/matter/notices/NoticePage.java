package org.tongqu.platform.matter.notices;

import java.util.List;
import java.util.Optional;

/**
 * Some of what a person was told, the latest first.
 *
 * @param next behind which the next page begins; empty at the end
 */
public record NoticePage(List<GivenNotice> notices, long unread, Optional<String> next) {
    public NoticePage {
        notices = List.copyOf(notices);
    }
}
