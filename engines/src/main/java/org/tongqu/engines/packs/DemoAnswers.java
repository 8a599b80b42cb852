package org.tongqu.engines.packs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.tongqu.engines.packs.Demo.Making;
import org.tongqu.engines.packs.Demo.Recipe;
import org.tongqu.kernel.data.Datum;

/** Invents the answers of one application. The same random source gives the same answers. */
public final class DemoAnswers {

    /** Somebody of the demo city. */
    public record DemoPerson(String name, String citizenNumber, String phone) {}

    /** A firm of the demo city. */
    public record DemoFirm(String creditCode, String name, String legalRepresentative) {}

    /** What the demo city lends to applications. */
    public interface DemoTown {

        DemoPerson person(RandomGenerator random);

        /** The one whose representative applies. */
        DemoFirm firm();

        /** A division code of at least nine digits. */
        String division(RandomGenerator random);

        /** Road, number and room. */
        String addressIn(String division, RandomGenerator random);
    }

    private final Demo demo;
    private final DemoTown town;
    private final LocalDate day;
    private final RandomGenerator random;
    private final Map<String, DemoPerson> people = new HashMap<>();

    private DemoAnswers(Demo demo, DemoTown town, LocalDate day, RandomGenerator random) {
        this.demo = demo;
        this.town = town;
        this.day = day;
        this.random = random;
    }

    /** @param day on which the application is made */
    public static Datum.Fields make(Demo demo, DemoTown town, LocalDate day, RandomGenerator random) {
        return new DemoAnswers(demo, town, day, random).fields(demo.answers(), Datum.empty(), "");
    }

    private Datum.Fields fields(Map<String, Recipe> recipes, Datum before, String row) {
        Datum made = Datum.empty();
        for (var recipe : recipes.values()) {
            var facts = before.fields("").isEmpty() ? made : merged(before, made);
            if (recipe.when().stream().allMatch(when -> when.holds(facts))) {
                made = made.with(recipe.path(), value(recipe.making(), facts, row));
            }
        }
        return new Datum.Fields(made.fields(""));
    }

    private static Datum merged(Datum before, Datum made) {
        var all = new LinkedHashMap<>(before.fields(""));
        all.putAll(made.fields(""));
        return new Datum.Fields(all);
    }

    private Datum value(Making making, Datum facts, String row) {
        return switch (making) {
            case Making.Fixed(var value) -> value;
            case Making.Pick(var list) -> Datum.of(pick(list));
            case Making.PickSome some -> some(some);
            case Making.Join(var parts) -> {
                var joined = new StringBuilder();
                parts.forEach(
                        part -> joined.append(value(part, facts, row).text("").orElse("")));
                yield Datum.of(joined.toString());
            }
            case Making.NumberBetween between -> Datum.of(number(between));
            case Making.DaysLater(var from, var to) ->
                Datum.of(day.plusDays(from + random.nextInt(to - from + 1)).toString());
            case Making.Weighted(var weights) -> truthOrText(weighted(weights));
            case Making.PersonPart(var alias, var part) -> Datum.of(part(person(alias, row), part));
            case Making.FirmPart(var part) -> Datum.of(part(town.firm(), part));
            case Making.Address address -> {
                var division = town.division(random);
                yield Datum.empty()
                        .with("division", Datum.of(division))
                        .with("detail", Datum.of(town.addressIn(division, random)));
            }
            case Making.SameAs(var path) -> facts.at(path);
            case Making.ShareOf(var path) -> facts.at(path); // put right when all rows are known
            case Making.Rows rows -> rows(rows, facts);
        };
    }

    private DemoPerson person(String alias, String row) {
        var key = alias.startsWith("row") ? row + alias : alias;
        return computeIfAbsent(key, () -> town.person(random));
    }

    private DemoPerson computeIfAbsent(String key, Supplier<DemoPerson> make) {
        var known = people.get(key);
        if (known == null) {
            known = make.get();
            people.put(key, known);
        }
        return known;
    }

    private static String part(DemoPerson person, String part) {
        return switch (part) {
            case "citizenNumber" -> person.citizenNumber();
            case "phone" -> person.phone();
            default -> person.name();
        };
    }

    private static String part(DemoFirm firm, String part) {
        return switch (part) {
            case "creditCode" -> firm.creditCode();
            case "legalRepresentative" -> firm.legalRepresentative();
            default -> firm.name();
        };
    }

    private String pick(String list) {
        var words = demo.lists().getOrDefault(list, List.of());
        return words.isEmpty() ? "" : words.get(random.nextInt(words.size()));
    }

    private Datum some(Making.PickSome some) {
        var words = new ArrayList<>(demo.lists().getOrDefault(some.list(), List.of()));
        var count = Math.min(words.size(), some.atLeast() + random.nextInt(some.atMost() - some.atLeast() + 1));
        for (int i = 0; i < count; i++) {
            Collections.swap(words, i, i + random.nextInt(words.size() - i));
        }
        return Datum.of(words.subList(0, count).stream().map(Datum::of).toList());
    }

    private long number(Making.NumberBetween between) {
        var steps = (between.to() - between.from()) / between.step();
        var low = random.nextDouble();
        return between.from() + Math.min(steps, (long) (low * low * low * (steps + 1))) * between.step();
    }

    private String weighted(Map<String, Integer> weights) {
        var left = random.nextInt(
                Math.max(1, weights.values().stream().mapToInt(weight -> weight).sum()));
        for (var weight : weights.entrySet()) {
            left -= weight.getValue();
            if (left < 0) {
                return weight.getKey();
            }
        }
        return weights.keySet().iterator().next();
    }

    private static Datum truthOrText(String word) {
        return word.equals("true") || word.equals("false") ? new Datum.Truth(word.equals("true")) : Datum.of(word);
    }

    private Datum rows(Making.Rows rows, Datum facts) {
        var count = rows.atLeast() + random.nextInt(rows.atMost() - rows.atLeast() + 1);
        List<Datum> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(fields(rows.each(), facts, i + "."));
        }
        for (var recipe : rows.each().entrySet()) {
            if (recipe.getValue().making() instanceof Making.ShareOf(var path)) {
                share(made, recipe.getKey(), facts.number(path).orElse(BigDecimal.ZERO));
            }
        }
        return Datum.of(made);
    }

    /** Equal parts, the last one taking what is left over. */
    private static void share(List<Datum> rows, String field, BigDecimal whole) {
        var part = whole.divide(BigDecimal.valueOf(rows.size()), 4, java.math.RoundingMode.DOWN);
        var left = whole;
        for (int i = 0; i < rows.size(); i++) {
            var amount = i == rows.size() - 1 ? left : part;
            rows.set(i, rows.get(i).with(field, Datum.of(amount)));
            left = left.subtract(amount);
        }
    }
}
