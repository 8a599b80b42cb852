package org.tongqu.engines.packs.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.expressions.Expression;
import org.tongqu.engines.expressions.ExpressionProblem;
import org.tongqu.engines.packs.Demo;
import org.tongqu.engines.packs.Demo.Making;
import org.tongqu.engines.packs.Demo.Recipe;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** Reads {@code demo/answers.yaml}, if the pack has one. */
final class DemoReader {

    private static final String FILE = "demo/answers.yaml";

    private final Problems problems;
    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    private DemoReader(Problems problems) {
        this.problems = problems;
    }

    static Demo read(PackFolder folder, Problems problems) {
        if (!folder.has(FILE)) {
            return Demo.NONE;
        }
        return folder.yaml(FILE, new Spot(FILE, 1), problems)
                .map(root -> new DemoReader(problems).demo(root))
                .orElse(Demo.NONE);
    }

    private Demo demo(Section root) {
        root.findSection("lists").ifPresent(named -> named.names().forEach(name -> lists.put(name, named.texts(name))));
        Map<String, Integer> ends = new LinkedHashMap<>();
        root.findSection("ends")
                .ifPresent(named -> named.names().forEach(name -> ends.put(name, named.number(name, 0))));
        var share = root.number("share", 1);
        var familiar = root.number("familiar", 0);
        var answers = recipes(root.section("answers"));
        root.done();
        return new Demo(lists, ends, share, familiar, answers);
    }

    private Map<String, Recipe> recipes(Section section) {
        Map<String, Recipe> recipes = new LinkedHashMap<>();
        for (var name : section.names()) {
            recipes.put(name, recipe(section, name));
        }
        return recipes;
    }

    private Recipe recipe(Section section, String name) {
        if (!(section.datum(name) instanceof Datum.Fields)) {
            return new Recipe(name, new Making.Fixed(section.datum(name)), Optional.empty());
        }
        var inner = section.section(name);
        var when = inner.findText("when").flatMap(text -> switch (Expression.read(text)) {
            case Outcome.Done<Expression, ExpressionProblem>(var expression) -> Optional.of(expression);
            case Outcome.Refused<Expression, ExpressionProblem> refused -> {
                problems.error(inner.at("when"), "demo-recipe", text);
                yield Optional.empty();
            }
        });
        var recipe = new Recipe(inner.findText("into").orElse(name), making(inner, name), when);
        inner.done();
        return recipe;
    }

    private Making making(Section section, String name) {
        if (section.has("fixed")) {
            return new Making.Fixed(section.datum("fixed"));
        }
        if (section.has("pick")) {
            return new Making.Pick(list(section, "pick"));
        }
        if (section.has("pickSome")) {
            return new Making.PickSome(list(section, "pickSome"), section.number("atLeast", 1), atMost(section));
        }
        if (section.has("join")) {
            List<Making> parts = new ArrayList<>();
            for (var part : section.datum("join").items("")) {
                parts.add(part(part, section));
            }
            return new Making.Join(parts);
        }
        if (section.has("number")) {
            var range = section.section("number");
            var number = new Making.NumberBetween(
                    range.number("from", 0), range.number("to", 1), Math.max(1, range.number("step", 1)));
            range.done();
            return number;
        }
        if (section.has("daysLater")) {
            var days = section.section("daysLater");
            int from = days.number("from", 0);
            var later = new Making.DaysLater(from, Math.max(from, days.number("to", from)));
            days.done();
            return later;
        }
        if (section.has("weights")) {
            var named = section.section("weights");
            Map<String, Integer> weights = new LinkedHashMap<>();
            named.names().forEach(value -> weights.put(value, named.number(value, 1)));
            return new Making.Weighted(weights);
        }
        return reference(section, name);
    }

    private Making reference(Section section, String name) {
        if (section.has("person")) {
            return new Making.PersonPart(
                    section.text("person"), section.findText("part").orElse("name"));
        }
        if (section.has("firm")) {
            return new Making.FirmPart(section.text("firm"));
        }
        if (section.has("address")) {
            section.isTrue("address");
            return new Making.Address();
        }
        if (section.has("sameAs")) {
            return new Making.SameAs(section.text("sameAs"));
        }
        if (section.has("shareOf")) {
            return new Making.ShareOf(section.text("shareOf"));
        }
        if (section.has("rows")) {
            return new Making.Rows(section.number("atLeast", 1), atMost(section), recipes(section.section("rows")));
        }
        problems.error(section.here(), "demo-recipe", name);
        return new Making.Fixed(Datum.nothing());
    }

    private Making part(Datum part, Section section) {
        var list = part.text("pick");
        if (list.isPresent()) {
            known(list.get(), section.at("join"));
            return new Making.Pick(list.get());
        }
        return new Making.Fixed(part);
    }

    private int atMost(Section section) {
        return Math.max(section.number("atMost", 1), section.number("atLeast", 1));
    }

    private String list(Section section, String key) {
        var list = section.text(key);
        known(list, section.at(key));
        return list;
    }

    private void known(String list, Spot spot) {
        if (lists.getOrDefault(list, List.of()).isEmpty()) {
            problems.error(spot, "demo-list", list, Nearest.to(list, lists.keySet()));
        }
    }
}
