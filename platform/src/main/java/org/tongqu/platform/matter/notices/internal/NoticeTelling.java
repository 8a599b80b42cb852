package org.tongqu.platform.matter.notices.internal;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.packs.Notices;
import org.tongqu.engines.packs.Notices.Told;
import org.tongqu.engines.packs.Pack;
import org.tongqu.platform.matter.casework.CaseFacts;
import org.tongqu.platform.matter.casework.CaseHead;
import org.tongqu.platform.matter.casework.CaseMoved;
import org.tongqu.platform.matter.notices.NoticeChannel;
import org.tongqu.platform.matter.notices.NoticeChannel.Batch;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;

/** Tells people what their pack wants them told, in the transaction that moves the case. Most acts call for nothing. */
@Component
class NoticeTelling {

    private final ServiceCatalogue catalogue;
    private final Directory directory;
    private final ObjectProvider<NoticeChannel> channels;

    NoticeTelling(ServiceCatalogue catalogue, Directory directory, ObjectProvider<NoticeChannel> channels) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.channels = channels;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseMoved moved) {
        var head = moved.view().head();
        var pack = catalogue.packByHash(head.pack().contentHash());
        var act = new Notices.Act(moved.before(), moved.events(), moved.after());
        if (Notices.due(pack, act.events()).isEmpty()) {
            return;
        }
        var told = told(pack, head, directory.organisation(head.organisation().code()), act);
        for (var channel : channels) {
            var own = told.stream()
                    .filter(one -> one.notice().channels().contains(channel.channel()))
                    .toList();
            if (!own.isEmpty()) {
                channel.queue(new Batch(
                        head, act.after().version(), act.events().getLast().at(), own));
            }
        }
    }

    /** Who is to be told what by the act; nothing for nobody. */
    static List<Told> told(Pack pack, CaseHead head, Organisation office, Notices.Act act) {
        var due = Notices.due(pack, act.events());
        if (due.isEmpty()) {
            return List.of();
        }
        var facts = CaseFacts.of(head, office, act.after());
        return due.stream()
                .map(notice -> Notices.told(notice, act, facts))
                .filter(one -> !one.recipients().isEmpty())
                .toList();
    }
}
