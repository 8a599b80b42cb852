package org.tongqu.platform.matter.notices.internal;

import org.springframework.stereotype.Component;
import org.tongqu.engines.packs.Notice.Channel;
import org.tongqu.platform.matter.notices.NoticeChannel;

/** The messages on the site itself: told as soon as they are written down. */
@Component
class SiteChannel implements NoticeChannel {

    private final NoticeStore notices;

    SiteChannel(NoticeStore notices) {
        this.notices = notices;
    }

    @Override
    public Channel channel() {
        return Channel.SITE;
    }

    @Override
    public void queue(Batch batch) {
        notices.insert(batch);
    }
}
