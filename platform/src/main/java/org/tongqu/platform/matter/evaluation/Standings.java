package org.tongqu.platform.matter.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.evaluation.Ranking;
import org.tongqu.engines.evaluation.Scheme;
import org.tongqu.engines.evaluation.Sheet;
import org.tongqu.engines.evaluation.SubjectKind;
import org.tongqu.kernel.text.Label;

/**
 * Who stands where in a period.
 *
 * @param ranked the first first
 * @param unranked who has a total but stands nowhere, by code
 */
public record Standings(List<Standing> ranked, List<Unranked> unranked) {

    public Standings {
        ranked = List.copyOf(ranked);
        unranked = List.copyOf(unranked);
    }

    /**
     * Somebody of whom too little could be measured for a place among the others.
     *
     * @param counted how many weighted indicators had a value
     */
    public record Unranked(String subject, Label name, BigDecimal total, int counted) {

        Unranked named(Label name) {
            return new Unranked(subject, name, total, counted);
        }
    }

    public Optional<Standing> find(String subject) {
        return ranked.stream()
                .filter(standing -> standing.place().subject().equals(subject))
                .findFirst();
    }

    /** Of one, ranked or not. */
    public Optional<BigDecimal> total(String subject) {
        return find(subject)
                .map(standing -> standing.place().total())
                .or(() -> unranked.stream()
                        .filter(one -> one.subject().equals(subject))
                        .map(Unranked::total)
                        .findFirst());
    }

    /**
     * Of those whose scores were amended, where the amended totals would put them among all.
     *
     * @param frozen the places as they were frozen
     * @param made   in the order in which it was made
     */
    static Map<String, Standing.Amended> amended(List<Ranking.Place> frozen, List<Amendment> made) {
        var totals = new LinkedHashMap<String, BigDecimal>();
        frozen.forEach(place -> totals.put(place.subject(), place.total()));
        var appeals = new LinkedHashMap<String, List<String>>();
        made.forEach(amendment -> {
            var subject = amendment.subject().id();
            appeals.computeIfAbsent(subject, first -> new ArrayList<>()).add(amendment.appeal());
            amendment.total().ifPresentOrElse(total -> totals.put(subject, total), () -> totals.remove(subject));
        });
        if (appeals.isEmpty()) {
            return Map.of();
        }
        var places = new HashMap<String, Ranking.Place>();
        Ranking.byTotals(totals).places().forEach(place -> places.put(place.subject(), place));
        var amended = new LinkedHashMap<String, Standing.Amended>();
        appeals.forEach((subject, by) ->
                amended.put(subject, new Standing.Amended(Optional.ofNullable(places.get(subject)), by)));
        return amended;
    }

    /**
     * Places without names, frozen or as they would be frozen now.
     *
     * @param unranked called by their codes
     */
    public record Places(List<Ranking.Place> ranked, List<Unranked> unranked) {

        public Places {
            ranked = List.copyOf(ranked);
            unranked = List.copyOf(unranked);
        }

        public static Places of(Scheme scheme, SubjectKind kind, Map<String, Sheet> sheets) {
            var ranked = new HashMap<String, Sheet>();
            var unranked = new ArrayList<Unranked>();
            sheets.forEach((subject, sheet) -> {
                if (scheme.ranks(kind, sheet)) {
                    ranked.put(subject, sheet);
                } else {
                    sheet.total()
                            .ifPresent(total ->
                                    unranked.add(new Unranked(subject, Label.same(subject), total, sheet.counted())));
                }
            });
            unranked.sort(Comparator.comparing(Unranked::subject));
            return new Places(Ranking.of(ranked).places(), unranked);
        }

        /** In the order of the ranking. */
        public Map<String, Ranking.Place> bySubject() {
            var places = new LinkedHashMap<String, Ranking.Place>();
            ranked.forEach(place -> places.put(place.subject(), place));
            return places;
        }
    }
}
