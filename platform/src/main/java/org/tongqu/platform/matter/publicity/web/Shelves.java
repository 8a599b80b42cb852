package org.tongqu.platform.matter.publicity.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.kernel.text.PersonName;
import org.tongqu.platform.matter.licences.Licence;
import org.tongqu.platform.matter.publicity.Penalty;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** Licences and penalties in the fields of the national list (2019), in its order. */
record Shelves(Texts texts, ServiceCatalogue catalogue, Directory directory) {

    /** Of what a table says besides, what everybody may read. */
    private static final Set<String> SHOWN_TOO = Set.of("CF_NR_ZKDX", "CF_YXQ");

    /** The longest name that can be that of a natural person who trades under it. */
    private static final int SHORT = 4;

    /** A field by its national code, as its heading names it, and what stands in it; empty where it does not apply. */
    record Line(String code, String value) {}

    /** Names that might be those of natural persons are masked: rather one too many than one too few. */
    static String open(String name) {
        return name.codePointCount(0, name.length()) <= SHORT
                ? PersonName.parse(name).fold(PersonName::masked, organisation -> name)
                : name;
    }

    List<Line> lines(Licence licence) {
        var day = licence.issuedAt().atZone(Texts.ZONE).toLocalDate();
        var pack = catalogue.findPack(licence.origin().packId());
        return List.of(
                new Line("xk_xdr_mc", open(licence.holder().name())),
                new Line("xk_xkws", Said.in(texts, licence.kind().title())),
                new Line("xk_wsh", licence.number()),
                new Line(
                        "xk_xklb",
                        pack.map(known -> known.item().identity().type())
                                .map(type -> "publicity.category." + type)
                                .filter(texts::knows)
                                .map(key -> texts.say(key))
                                .orElseGet(() -> texts.say("publicity.category.other"))),
                new Line(
                        "xk_nr",
                        pack.map(known -> Said.in(texts, known.title())).orElse("")),
                new Line("xk_jdrq", texts.day(day)),
                new Line("xk_yxqz", texts.day(licence.validity().from())),
                new Line(
                        "xk_yxqzi",
                        licence.validity().until().map(texts::day).orElseGet(() -> texts.say("publicity.unlimited"))),
                new Line("xk_xkjg", licence.issuer().name()),
                new Line("xk_xkjgdm", licence.issuer().code()),
                new Line(
                        "xk_zt",
                        texts.say("publicity.licence." + (licence.revoked().isPresent() ? "revoked" : "valid"))));
    }

    List<Line> lines(Penalty penalty) {
        var decided = penalty.decided();
        var subject = decided.subject();
        var ruling = decided.ruling();
        return List.of(
                new Line("cf_xdr_mc", subject.name()),
                new Line("cf_xdr_lb", texts.say("publicity.kind." + PenaltyForms.code(subject.kind()))),
                new Line("cf_xdr_shxym", subject.code()),
                new Line("cf_frdb", subject.representative()),
                new Line("cf_wsh", decided.number()),
                new Line("cf_wfxw", decided.deed().violation()),
                new Line("cf_sy", decided.deed().facts()),
                new Line("cf_yj", decided.deed().basis()),
                new Line(
                        "cf_cflb",
                        Stream.of(Penalty.Sort.values())
                                .filter(ruling.sorts()::contains)
                                .map(sort -> texts.say("publicity.sort." + sort.code()))
                                .collect(Collectors.joining(texts.say("publicity.join")))),
                new Line("cf_nr", ruling.content()),
                new Line("cf_nr_fk", amount(ruling.fine())),
                new Line("cf_nr_wfff", amount(ruling.confiscated())),
                new Line("cf_nr_zkdx", decided.also().getOrDefault("CF_NR_ZKDX", "")),
                new Line("cf_jdrq", texts.day(decided.on())),
                new Line("cf_yxq", decided.also().getOrDefault("CF_YXQ", "")),
                new Line("cf_gsjzq", texts.day(penalty.term().until())),
                new Line("cf_cfjg", office(penalty.organisation())),
                new Line("cf_cfjgdm", penalty.organisation()));
    }

    private static String amount(Optional<BigDecimal> amount) {
        return amount.map(known -> known.stripTrailingZeros().toPlainString()).orElse("");
    }

    String office(String organisation) {
        return Said.in(texts, directory.findName(organisation), organisation);
    }

    /** What was put right and why, as facts. */
    List<Fact> corrections(List<Penalty.Correction> corrections) {
        return corrections.stream()
                .map(one -> Fact.of(texts.say("publicity.fact.corrected"), one.why())
                        .noting(texts.moment(one.at())))
                .toList();
    }

    Fact withdrawn(Penalty.Withdrawn gone) {
        return Fact.of(texts.say("publicity.fact." + gone.how().code()), gone.why())
                .noting(texts.moment(gone.at()));
    }

    /** What a table said besides, for the office alone. */
    List<Fact> also(Penalty penalty) {
        return penalty.decided().also().entrySet().stream()
                .filter(cell -> !SHOWN_TOO.contains(cell.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(cell -> Fact.of(
                        texts.say("publicity.field." + cell.getKey().toLowerCase(Locale.ROOT)), cell.getValue()))
                .toList();
    }

    String heading(Line line) {
        return texts.say("publicity.field." + line.code());
    }

    /** What stands in them; fields that do not apply are left out. */
    KeyFacts facts(List<Line> lines) {
        var facts = new ArrayList<Fact>();
        lines.stream()
                .filter(line -> !line.value().isEmpty())
                .forEach(line -> facts.add(Fact.of(heading(line), line.value())));
        return new KeyFacts(facts);
    }
}
