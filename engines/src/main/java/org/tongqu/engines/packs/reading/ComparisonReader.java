package org.tongqu.engines.packs.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Answer;
import org.tongqu.engines.comparisons.ComparisonJob.Finds;
import org.tongqu.engines.comparisons.ComparisonJob.Pair;
import org.tongqu.engines.comparisons.ComparisonJob.Trait;
import org.tongqu.engines.comparisons.ComparisonJob.Words;
import org.tongqu.engines.comparisons.Condition;
import org.tongqu.engines.comparisons.Condition.Test;
import org.tongqu.engines.comparisons.CounterCheck;
import org.tongqu.engines.comparisons.CounterCheck.Answers;
import org.tongqu.engines.comparisons.CounterCheck.Line;
import org.tongqu.engines.comparisons.CounterCheck.Query;
import org.tongqu.engines.comparisons.CounterCheck.Shown;
import org.tongqu.engines.comparisons.RegisterSide;
import org.tongqu.engines.comparisons.Side;
import org.tongqu.engines.linkage.Evidence;
import org.tongqu.engines.schema.Property.Sensitivity;

/** Reads {@code comparisons/*.yaml} and {@code checks/*.yaml} of a pack of comparisons. */
final class ComparisonReader {

    private static final String MISSING = "pack-key-missing";
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,60}");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final int TEN_DAYS = 10;
    private static final int A_YEAR = 250;

    private final Section root;
    private final Problems problems;

    private ComparisonReader(Section root) {
        this.root = root;
        this.problems = root.problems();
    }

    static ComparisonJob read(Section root) {
        return new ComparisonReader(root).job();
    }

    static CounterCheck check(Section root) {
        return new ComparisonReader(root).check();
    }

    private CounterCheck check() {
        var code = root.text("check");
        checkCode("check", code);
        var queries = root.sections("questions").stream().map(this::query).toList();
        if (queries.isEmpty()) {
            problems.error(root.here(), MISSING, "questions");
        }
        var codes = queries.stream().map(Query::code).toList();
        if (Set.copyOf(codes).size() < codes.size()) {
            problems.error(root.at("questions"), "check-question-twice");
        }
        var roles = root.texts("roles");
        if (roles.isEmpty()) {
            problems.error(root.at("roles"), MISSING, "roles");
        }
        var check = new CounterCheck(code, words(), Set.copyOf(roles), queries);
        root.done();
        return check;
    }

    private Query query(Section section) {
        var code = section.text("question");
        checkCode(section, "question", code);
        var bare = side(section.section("delivery"));
        if (bare.key().size() > 1) {
            problems.error(section.at("delivery"), "check-key");
        }
        var shown = section.sections("show").stream().map(this::shown).toList();
        var line = section.findSection("line").map(this::line);
        Set<String> columns = new LinkedHashSet<>(bare.shown());
        shown.forEach(one -> columns.add(one.column()));
        line.ifPresent(one -> columns.add(one.condition().column()));
        var query = new Query(
                code,
                section.label("title"),
                new Side(bare.flow(), bare.key(), bare.where(), bare.latest(), List.copyOf(columns)),
                line,
                shown,
                new Answers(section.label("found"), section.label("clear")));
        section.done();
        return query;
    }

    private Shown shown(Section section) {
        var shown = new Shown(field(section, "column", section.text("column")), section.label("title"));
        section.done();
        return shown;
    }

    private Line line(Section section) {
        var words = section.label("words");
        return new Line(condition(section), words);
    }

    private void checkCode(String key, String code) {
        checkCode(root, key, code);
    }

    private void checkCode(Section section, String key, String code) {
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            problems.error(section.at(key), "comparison-code", code);
        }
    }

    private Words words() {
        return new Words(root.label("title"), root.label("meaning"), root.label("basis"));
    }

    private ComparisonJob job() {
        var code = root.text("comparison");
        checkCode("comparison", code);
        var words = words();
        var finds = root.findChoice("finds", Finds.class).orElseGet(() -> {
            root.text("finds");
            return Finds.BOTH;
        });
        var about = side(root.section("about"));
        var beside = root.findSection("against");
        var register = beside.filter(section -> section.has("register")).map(this::registerSide);
        var against = register.isPresent() ? Optional.<Side>empty() : beside.map(this::side);
        var traits = traits();
        if (register.isPresent()) {
            checkRegister(finds, about);
        } else {
            checkSides(finds, about, against);
        }
        checkTraits(finds, traits);
        var job = new ComparisonJob(
                code,
                words,
                finds,
                about,
                against,
                pairs(finds),
                answer(root.section("answer")),
                days(),
                root.findChoice("sensitivity", Sensitivity.class).orElse(Sensitivity.PERSONAL),
                traits,
                register);
        root.done();
        return job;
    }

    private void checkSides(Finds finds, Side about, Optional<Side> against) {
        if ((finds == Finds.REPEATED) == against.isPresent()) {
            problems.error(root.at("finds"), "comparison-against");
        }
        if (against.isPresent()
                && !root.has("evidence")
                && against.get().key().size() != about.key().size()) {
            problems.error(root.at("against"), "comparison-keys");
        }
    }

    /** Of a register the golden record is looked up by its identifier: one column, and nothing that only the register knows. */
    private void checkRegister(Finds finds, Side about) {
        if (finds == Finds.MISSING || finds == Finds.REPEATED || root.has("evidence")) {
            problems.error(root.at("finds"), "comparison-register-finds");
        }
        if (about.key().size() > 1) {
            problems.error(root.at("about"), "comparison-register-key");
        }
    }

    private RegisterSide registerSide(Section section) {
        var side = new RegisterSide(
                section.text("register"), where(section), section.has("show") ? fields(section, "show") : List.of());
        section.done();
        return side;
    }

    private List<Condition> where(Section section) {
        return section.has("where")
                ? section.sections("where").stream().map(this::condition).toList()
                : List.of();
    }

    /** By evidence one finds what both know, and one trait alone proves nothing. */
    private void checkTraits(Finds finds, List<Trait> traits) {
        var canBeLinked = traits.stream()
                .anyMatch(trait -> trait.evidence() == Evidence.NAME || trait.evidence() == Evidence.PHONE);
        if (root.has("evidence") && (finds != Finds.BOTH || traits.size() < 2 || !canBeLinked)) {
            problems.error(root.at("evidence"), "comparison-evidence");
        }
    }

    private List<Trait> traits() {
        List<Trait> traits = new ArrayList<>();
        if (root.has("evidence")) {
            for (var section : root.sections("evidence")) {
                var evidence = section.findChoice("as", Evidence.class).orElseGet(() -> {
                    section.text("as");
                    return Evidence.CODE;
                });
                traits.add(new Trait(
                        evidence,
                        field(section, "about", section.text("about")),
                        field(section, "against", section.text("against"))));
                section.done();
            }
        }
        return traits;
    }

    private int days() {
        var days = root.number("days", TEN_DAYS);
        if (days < 1 || days > A_YEAR) {
            problems.error(root.at("days"), "pack-value-kind", "days", "1 – " + A_YEAR);
        }
        return Math.clamp(days, 1, A_YEAR);
    }

    private Side side(Section section) {
        var key = fields(section, "key");
        if (key.isEmpty()) {
            problems.error(section.at("key"), MISSING, "key");
        }
        var where = where(section);
        var latest = section.findText("latest").map(name -> field(section, "latest", name));
        var side = new Side(
                section.text("flow"), key, where, latest, section.has("show") ? fields(section, "show") : List.of());
        section.done();
        return side;
    }

    private List<String> fields(Section section, String key) {
        var names = section.texts(key);
        names.forEach(name -> field(section, key, name));
        return names;
    }

    private String field(Section section, String key, String name) {
        if (!name.isEmpty() && !FIELD.matcher(name).matches()) {
            problems.error(section.at(key), "exchange-field", name);
        }
        return name;
    }

    private Condition condition(Section section) {
        var column = field(section, "column", section.text("column"));
        var tests = Stream.of(
                        values(section, "is").<Test>map(Test.OneOf::new),
                        values(section, "not").<Test>map(Test.NoneOf::new),
                        section.findText("above").<Test>map(text -> new Test.Above(decimal(section, "above", text))),
                        section.findText("below").<Test>map(text -> new Test.Below(decimal(section, "below", text))),
                        section.findText("filled")
                                .<Test>map(text -> section.isTrue("filled") ? new Test.Filled() : new Test.Empty()))
                .flatMap(Optional::stream)
                .toList();
        if (tests.size() != 1) {
            problems.error(section.here(), "comparison-test");
        }
        section.done();
        return new Condition(column, tests.isEmpty() ? new Test.Filled() : tests.getFirst());
    }

    private static Optional<List<String>> values(Section section, String key) {
        return section.has(key) ? Optional.of(section.texts(key)) : Optional.empty();
    }

    private BigDecimal decimal(Section section, String key, String text) {
        if (NUMBER.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        problems.error(section.at(key), "pack-value-kind", key, "number");
        return BigDecimal.ZERO;
    }

    private List<Pair> pairs(Finds finds) {
        List<Pair> pairs = new ArrayList<>();
        if (root.has("differ")) {
            for (var section : root.sections("differ")) {
                pairs.add(new Pair(
                        field(section, "about", section.text("about")),
                        field(section, "against", section.text("against"))));
                section.done();
            }
        }
        if ((finds == Finds.DIFFER) == pairs.isEmpty()) {
            problems.error(root.at(pairs.isEmpty() ? "finds" : "differ"), "comparison-pairs");
        }
        return pairs;
    }

    private Answer answer(Section section) {
        var answer = new Answer(
                field(section, "item", section.text("item")),
                section.findText("expected").orElse(""),
                section.findText("from").map(name -> field(section, "from", name)));
        if (!answer.expected().isEmpty() && answer.from().isPresent()) {
            problems.error(section.at("from"), "comparison-expected");
        }
        section.done();
        return answer;
    }
}
