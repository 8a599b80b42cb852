package org.tongqu.platform.matter.notices;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.packs.Notice;
import org.tongqu.platform.matter.notices.internal.NoticeStore;
import org.tongqu.platform.trust.identity.SignedIn;

/** The verbs of notices. Everybody reads their own; who may see a case may see what was told of it. */
@Service
public class NoticeBox {

    private final NoticeStore notices;
    private final ObjectProvider<NoticeChannel> channels;
    private final Clock clock;

    NoticeBox(NoticeStore notices, ObjectProvider<NoticeChannel> channels, Clock clock) {
        this.notices = notices;
        this.channels = channels;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public NoticePage page(SignedIn who, Optional<String> after) {
        return notices.page(who.actor(), after);
    }

    @Transactional(readOnly = true)
    public long unread(SignedIn who) {
        return notices.unread(who.actor());
    }

    /** Says that the notice was read; saying it again, or of somebody else's, changes nothing. */
    @Transactional
    public void markRead(SignedIn who, String key) {
        notices.markRead(who.actor(), key, clock.instant());
    }

    @Transactional
    public void markAllRead(SignedIn who) {
        notices.markAllRead(who.actor(), clock.instant());
    }

    /** Tells something that is of no case, in the transaction in which it happened. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Telling telling) {
        notices.insert(telling);
    }

    /** What the person was told of this case, the oldest first. */
    @Transactional(readOnly = true)
    public List<GivenNotice> ofCase(SignedIn who, String caseId) {
        return notices.ofCase(UUID.fromString(caseId)).stream()
                .filter(notice -> notice.recipient().equals(who.actor()))
                .toList();
    }

    /** What anybody was told of a case that the caller found by the reader's own rights, the oldest first. */
    @Transactional(readOnly = true)
    public List<GivenNotice> toldOf(String caseId) {
        return notices.ofCase(UUID.fromString(caseId));
    }

    /** The ways there are on this platform. What a pack wants told by another is told on the site alone. */
    public Set<Notice.Channel> connected() {
        var connected = EnumSet.noneOf(Notice.Channel.class);
        channels.forEach(channel -> connected.add(channel.channel()));
        return connected;
    }
}
