package org.tongqu.platform.front.portal.web.services;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar.Filter;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.ServiceItem.FeeItem;
import org.tongqu.platform.operate.web.Said;

/** What an item costs, how often one must come for it, and how much of it can be done online. */
final class ItemWords {

    /** 网办深度, GB/T 39554: from asking to the electronic licence, and others. */
    private static final int DEEPEST = 8;

    private static final int MOST_VISITS = 2;

    private ItemWords() {}

    /** One line for each thing that is paid for. */
    static List<Fact> fees(Texts texts, Pack pack) {
        var fee = pack.item().fee();
        return fee.isFree()
                ? List.of(Fact.of(texts.say("portal.guide.fee"), texts.say("portal.guide.fee.free")))
                : fee.items().stream().map(item -> fee(texts, item)).toList();
    }

    private static Fact fee(Texts texts, FeeItem item) {
        var price = item.yuan()
                .map(yuan -> texts.say("portal.guide.fee.yuan", yuan.toPlainString()))
                .orElseGet(() -> Said.in(texts, item.standard()));
        var note = Stream.of(
                        Optional.of(texts.say("portal.guide.clock.basis", Said.in(texts, item.basis()))),
                        item.reduction().map(less -> texts.say("portal.guide.fee.reduction", Said.in(texts, less))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        var name = item.name()
                .map(said -> texts.say("portal.guide.fee.item", Said.in(texts, said)))
                .orElseGet(() -> texts.say("portal.guide.fee"));
        return Fact.of(name, price).noting(note);
    }

    static Optional<Fact> depth(Texts texts, Pack pack) {
        var depth = pack.item().visit().depth();
        return depth.isEmpty()
                ? Optional.empty()
                : Optional.of(Fact.of(
                        texts.say("portal.guide.depth"),
                        depth.stream()
                                .sorted()
                                .map(code -> texts.say("portal.depth." + code))
                                .collect(Collectors.joining(texts.say("portal.check.and")))));
    }

    /** Whether the item needs at most so many visits and can do that online; what was not asked always fits. */
    static boolean fits(Pack pack, String visits, String depth) {
        var visit = pack.item().visit();
        return (!visits.matches("[0-9]") || visit.times() <= Integer.parseInt(visits))
                && (!depth.matches("[1-8]") || visit.depth().contains(Integer.valueOf(depth)));
    }

    static Filter byVisits(Texts texts, String visits) {
        return new Filter.OneOf(
                "visits",
                texts.say("portal.guide.visits"),
                IntStream.rangeClosed(0, MOST_VISITS)
                        .mapToObj(times -> Choice.of(
                                String.valueOf(times),
                                times == 0
                                        ? texts.say("portal.guide.visits.0")
                                        : texts.say("portal.guide.visits.n", times)))
                        .toList(),
                visits,
                texts.say("portal.services.visits.all"));
    }

    static Filter byDepth(Texts texts, String depth) {
        return new Filter.OneOf(
                "depth",
                texts.say("portal.guide.depth"),
                IntStream.rangeClosed(1, DEEPEST)
                        .mapToObj(code -> Choice.of(String.valueOf(code), texts.say("portal.depth." + code)))
                        .toList(),
                depth,
                texts.say("portal.services.depth.all"));
    }
}
