package org.tongqu.platform.data.statistics.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.engines.cases.process.Formula;
import org.tongqu.engines.statistics.Indicator;
import org.tongqu.engines.statistics.IndicatorBook;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;

/** Says what an indicator is: its definition, unit, formula, basis and office. */
record DefinitionTelling(Words words, IndicatorBook book, Directory directory) {

    KeyFacts facts(Indicator indicator) {
        var texts = words.texts();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(
                texts.say("statistics.fact.meaning"),
                Said.in(texts, indicator.said().meaning())));
        facts.add(Fact.of(texts.say("statistics.fact.unit"), words.unit(indicator)));
        facts.add(Fact.of(
                texts.say("statistics.fact.every"),
                words.every(indicator) + texts.say("statistics.and") + words.measure(indicator)));
        indicator
                .formula()
                .ifPresent(formula -> facts.add(Fact.of(texts.say("statistics.fact.formula"), said(formula))
                        .noting(texts.say("statistics.fact.formula.note"))));
        facts.add(Fact.of(
                texts.say("statistics.fact.basis"),
                Said.in(texts, indicator.said().basis())));
        facts.add(Fact.of(texts.say("statistics.fact.office"), office(indicator)));
        facts.add(Fact.of(
                texts.say("statistics.fact.released"),
                texts.say("statistics.released-after", indicator.keeping().releasedAfter())));
        facts.add(Fact.of(texts.say("statistics.fact.code"), indicator.code()));
        return new KeyFacts(facts);
    }

    /** The formula with the titles of what it is made of. */
    private String said(Formula formula) {
        var said = formula.toString();
        for (var name : formula.names()) {
            said = said.replaceAll(
                    "\\b" + name + "\\b",
                    Matcher.quoteReplacement(book.find(name).map(words::title).orElse(name)));
        }
        return said.replace("*", "×").replace("/", "÷");
    }

    private String office(Indicator indicator) {
        return directory.organisations().stream()
                .filter(organisation ->
                        organisation.kind().equals(indicator.keeping().office()))
                .min(Comparator.comparing(
                        organisation -> organisation.division().level()))
                .map(Organisation::name)
                .map(name -> Said.in(words.texts(), Optional.of(name)))
                .orElse(indicator.keeping().office());
    }
}
