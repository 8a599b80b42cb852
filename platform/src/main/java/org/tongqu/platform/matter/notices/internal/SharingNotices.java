package org.tongqu.platform.matter.notices.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.design.Language;
import org.tongqu.design.Texts;
import org.tongqu.design.TextsBundle;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementMoved;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.corrections.Correction;
import org.tongqu.platform.data.corrections.CorrectionMoved;
import org.tongqu.platform.data.corrections.CorrectionsReported;
import org.tongqu.platform.data.demands.Demand;
import org.tongqu.platform.data.demands.DemandMoved;
import org.tongqu.platform.matter.notices.Telling;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.People;
import org.tongqu.platform.trust.directory.Staff;

/**
 * Tells those who work with shared data what happened to an agreement or a demand, in the transaction in which it did:
 * whose turn it is, and whom the answer concerns.
 */
@Component
class SharingNotices {

    private static final int MOST = 500;

    private final NoticeStore notices;
    private final TextsBundle texts;
    private final Directory directory;
    private final Clock clock;

    SharingNotices(NoticeStore notices, TextsBundle texts, Directory directory, Clock clock) {
        this.notices = notices;
        this.texts = texts;
        this.directory = directory;
        this.clock = clock;
    }

    private enum Side {
        /** The department that wants the data. */
        CONSUMER,
        /** The department that has them, or is asked for them. */
        PROVIDER,
        AUTHORITY
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AgreementMoved moved) {
        var agreement = moved.agreement();
        var sides = concerned(moved);
        if (sides.isEmpty()) {
            return;
        }
        notices.insert(new Telling(
                id("agreement " + agreement.id()),
                agreement.version(),
                "agreements." + moved.deed(),
                people(
                        sides,
                        agreement.parties().consumer(),
                        Optional.of(agreement.parties().provider())),
                new Telling.Words(
                        said(spoken -> spoken.say(
                                "notices.sharing.agreement.title",
                                spoken.say("agreements.deed." + moved.deed()),
                                agreement.subject().name())),
                        said(spoken -> about(spoken, agreement)),
                        "/desk/agreements/" + agreement.id()),
                clock.instant()));
    }

    private static Set<Side> concerned(AgreementMoved moved) {
        return switch (moved.deed()) {
            case "request", "grant-at-once", "object", "renew" -> EnumSet.of(Side.PROVIDER);
            case "withdraw" -> EnumSet.of(Side.PROVIDER);
            case "agree" -> EnumSet.of(Side.CONSUMER, Side.AUTHORITY);
            case "refuse", "extend", "decline" -> EnumSet.of(Side.CONSUMER);
            case "dispute" -> EnumSet.of(Side.PROVIDER, Side.AUTHORITY);
            default -> EnumSet.of(Side.CONSUMER, Side.PROVIDER);
        };
    }

    private String about(Texts spoken, Agreement agreement) {
        return spoken.say(
                        "notices.sharing.agreement.text",
                        agreement.id(),
                        office(spoken, agreement.parties().consumer()),
                        office(spoken, agreement.parties().provider()))
                + due(spoken, agreement.dueOn());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DemandMoved moved) {
        var demand = moved.demand();
        var sides = concerned(demand);
        notices.insert(new Telling(
                id("demand " + demand.id()),
                demand.version(),
                "demands." + moved.deed(),
                people(sides, demand.asked().organisation(), demand.assigned()),
                new Telling.Words(
                        said(spoken -> spoken.say(
                                "notices.sharing.demand.title",
                                spoken.say("demands.state." + demand.state().code()),
                                demand.wanted().title())),
                        said(spoken -> spoken.say(
                                        "notices.sharing.demand.text",
                                        demand.id(),
                                        office(spoken, demand.asked().organisation()))
                                + due(spoken, demand.dueOn())),
                        "/desk/demands/" + demand.id()),
                clock.instant()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CorrectionMoved moved) {
        var correction = moved.correction();
        var side = moved.deed().equals("report") ? Side.PROVIDER : Side.CONSUMER;
        notices.insert(new Telling(
                id("correction " + correction.id()),
                correction.version(),
                "corrections." + moved.deed(),
                people(
                        EnumSet.of(side),
                        correction.origin().consumer(),
                        Optional.of(correction.origin().provider())),
                new Telling.Words(
                        said(spoken -> spoken.say(
                                "notices.sharing.correction.title",
                                spoken.say("corrections.deed." + moved.deed()),
                                correction.told().item())),
                        said(spoken -> spoken.say(
                                        "notices.sharing.correction.text",
                                        correction.id(),
                                        correction.origin().resource(),
                                        office(spoken, correction.origin().consumer()))
                                + due(spoken, correction.due().map(Correction.Due::day))),
                        "/desk/corrections/" + correction.id()),
                clock.instant()));
    }

    /** One message for all of them. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CorrectionsReported reported) {
        var first = reported.corrections().getFirst();
        var count = reported.corrections().size();
        notices.insert(new Telling(
                id("corrections " + first.id()),
                first.version(),
                "corrections.report",
                people(
                        EnumSet.of(Side.PROVIDER),
                        first.origin().consumer(),
                        Optional.of(first.origin().provider())),
                new Telling.Words(
                        said(spoken -> spoken.say(
                                "notices.sharing.corrections.title",
                                count,
                                first.told().item())),
                        said(spoken -> spoken.say(
                                        "notices.sharing.corrections.text",
                                        first.id(),
                                        first.origin().resource(),
                                        count)
                                + due(spoken, first.due().map(Correction.Due::day))),
                        "/desk/corrections"),
                clock.instant()));
    }

    private static Set<Side> concerned(Demand demand) {
        return switch (demand.state()) {
            case ASKED -> EnumSet.of(Side.AUTHORITY);
            case ASSIGNED -> EnumSet.of(Side.CONSUMER, Side.PROVIDER);
            case NOT_HELD -> EnumSet.of(Side.CONSUMER, Side.AUTHORITY);
            case ANSWERED, NOT_SHAREABLE, UNMET -> EnumSet.of(Side.CONSUMER);
            case WITHDRAWN -> EnumSet.of(Side.PROVIDER);
        };
    }

    private static UUID id(String subject) {
        return UUID.nameUUIDFromBytes(subject.getBytes(UTF_8));
    }

    private List<String> people(Set<Side> sides, String consumer, Optional<String> provider) {
        return sides.stream()
                .flatMap(side -> switch (side) {
                    case CONSUMER -> workers(consumer);
                    case PROVIDER -> provider.stream().flatMap(this::workers);
                    case AUTHORITY -> authority();
                })
                .map(Staff::id)
                .distinct()
                .toList();
    }

    private Stream<Staff> workers(String organisation) {
        return Stream.of(Compiling.OFFICER, Compiling.CHIEF)
                .flatMap(role -> directory.holders(organisation, role).stream());
    }

    private Stream<Staff> authority() {
        var holders = new People.Filter(Optional.empty(), Optional.of(Compiling.AUTHORITY), Optional.empty());
        return directory.people(holders, "", MOST).rows().stream();
    }

    private Label said(Function<Texts, String> words) {
        return new Label(words.apply(texts.in(Language.ZH)), words.apply(texts.in(Language.EN)));
    }

    private String office(Texts spoken, String code) {
        return Said.in(spoken, directory.findName(code), code);
    }

    private static String due(Texts spoken, Optional<LocalDate> day) {
        return day.map(known -> spoken.say("notices.sharing.due", spoken.day(known)))
                .orElse("");
    }
}
