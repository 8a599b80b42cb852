package org.tongqu.platform.front.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.matter.notices.NoticeBox;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** What an officer should know before anything else on a page of the desk. */
@Component
public class DeskBanners {

    /** Who can have the calendar of the coming year imported, or ask why nobody has. */
    private static final Set<String> WATCHING_THE_CALENDAR = Set.of("system-administrator", "supervisor");

    private final Directory directory;
    private final NoticeBox notices;
    private final Clock clock;

    DeskBanners(Directory directory, NoticeBox notices, Clock clock) {
        this.directory = directory;
        this.notices = notices;
        this.clock = clock;
    }

    public PageFrame on(PageFrame frame, SignedIn.Officer officer) {
        var texts = frame.texts();
        var banners = new ArrayList<>(frame.notices());
        if (WATCHING_THE_CALENDAR.stream().anyMatch(officer::has)) {
            directory
                    .findMissingYear(LocalDate.now(clock.withZone(Texts.ZONE)))
                    .ifPresent(year ->
                            banners.add(NoticeBanner.warning(texts.say("desk.calendar.missing", String.valueOf(year)))
                                    .saying(texts.say("desk.calendar.missing.text", String.valueOf(year)))));
        }
        var unread = notices.unread(officer);
        if (unread > 0) {
            banners.add(NoticeBanner.info(texts.say("desk.inbox.notices", texts.number(unread))));
        }
        return frame.noticing(banners);
    }
}
