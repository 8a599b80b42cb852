package org.tongqu.engines.packs.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.engines.exchanges.FileFormat;
import org.tongqu.engines.exchanges.FileType;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.exchanges.Origin;
import org.tongqu.engines.exchanges.QualityRule;
import org.tongqu.kernel.Outcome;

/** Reads {@code exchanges/*.yaml}: which table goes where, how each column is made, which rows are let in. */
public final class ExchangeReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,60}");
    private static final Pattern TABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");

    private static final String FILE_TYPES = "text, integer, decimal(12,2), float, boolean, date, timestamp";

    /** Whose log can be read. */
    private static final Set<Connector> FOLLOWED = EnumSet.of(Connector.POSTGRESQL, Connector.MARIADB);

    /** What can be written into, beside files. */
    private static final Set<Connector> WRITTEN = EnumSet.of(Connector.POSTGRESQL, Connector.MARIADB);

    private final Problems problems;

    private ExchangeReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads one file that need not stand in a pack.
     *
     * @param file as it is to be named in problems
     */
    public static Outcome<Flow, List<PackProblem>> read(String file, byte[] yaml) {
        var problems = new Problems();
        var flow = PackFolder.of(file, yaml)
                .yaml(file, new Spot(file, 1), problems)
                .map(root -> new ExchangeReader(problems).flow(root));
        return flow.isEmpty() || problems.hasErrors() ? Outcome.refused(problems.all()) : Outcome.done(flow.get());
    }

    /** All flows of a pack. */
    static List<Flow> read(PackFolder folder, Problems problems) {
        List<Flow> flows = new ArrayList<>();
        Map<String, Spot> named = new HashMap<>();
        for (var file : folder.in("exchanges", ".yaml")) {
            folder.yaml(file, new Spot(file, 1), problems).ifPresent(root -> {
                var flow = new ExchangeReader(problems).flow(root);
                var before = named.putIfAbsent(flow.id(), root.at("exchange"));
                if (before != null) {
                    problems.error(root.at("exchange"), "exchange-twice", flow.id(), before.file(), before.line());
                }
                flows.add(flow);
            });
        }
        return flows;
    }

    private Flow flow(Section root) {
        var id = root.text("exchange");
        if (!id.isEmpty() && !NAME.matcher(id).matches()) {
            problems.error(root.at("exchange"), "exchange-name", id);
        }
        var title = root.label("title");
        var source = source(root.section("source"));
        var target = target(root.section("target"));
        var codes = codes(root);
        var columns = columns(root, codes);
        var rules = rules(root, columns);
        for (var key : target.key()) {
            if (columns.stream().noneMatch(column -> column.name().equals(key))) {
                problems.error(root.at("target"), "exchange-key-not-written", key);
            }
        }
        typesOfColumns(root, target, columns);
        var running = root.findSection("runs").map(this::running);
        running.filter(Flow.Running::isFollowing).ifPresent(following -> checkFollowed(root, source, target));
        root.done();
        return new Flow(id, title, source, target, codes, columns, rules, running);
    }

    private Flow.Running running(Section section) {
        var agreement = section.section("agreement");
        var agreed = new Flow.Agreed(agreement.text("resource"), agreement.text("consumer"), agreement.text("purpose"));
        agreement.done();
        var minutes = section.number("minutes", 60);
        if (minutes < 1) {
            problems.error(section.at("minutes"), "pack-value-kind", "minutes", "1, 2, …");
        }
        var running = new Flow.Running(
                agreed,
                section.text("from"),
                section.text("to"),
                Math.max(1, minutes),
                section.isTrue("follow") ? Flow.Pace.FOLLOWING : Flow.Pace.INTERVALS);
        section.done();
        return running;
    }

    /** Logs are read of PostgreSQL and MariaDB, and applied to either. */
    private void checkFollowed(Section root, Flow.Source source, Flow.Target target) {
        if (!FOLLOWED.contains(source.connector()) || !FOLLOWED.contains(target.connector())) {
            problems.error(root.at("runs"), "exchange-follow");
        }
    }

    private Flow.Source source(Section section) {
        var connector = connector(section);
        if (connector == Connector.FILES) {
            return files(section);
        }
        var table = table(section);
        var key = fields(section, "key");
        var watermark = section.findText("watermark").map(name -> field(section, "watermark", name));
        section.done();
        return new Flow.Source(connector, table, key, watermark);
    }

    private Flow.Source files(Section section) {
        var format = format(section);
        var key = fields(section, "key");
        section.done();
        return Flow.Source.files(format, key);
    }

    private FileFormat format(Section section) {
        var format = section.findChoice("format", FileFormat.class);
        if (format.isEmpty() && !section.has("format")) {
            problems.error(section.here(), "pack-key-missing", "format");
        }
        return format.orElse(FileFormat.CSV);
    }

    private Flow.Target filesToWrite(Section section) {
        var format = format(section);
        var key = fields(section, "key");
        Map<String, FileType> types = new LinkedHashMap<>();
        section.findSection("types").ifPresent(said -> {
            for (var column : said.names()) {
                FileType.find(said.text(column))
                        .filter(type -> format != FileFormat.PARQUET || !type.isUnsized())
                        .ifPresentOrElse(
                                type -> types.put(column, type),
                                () -> problems.error(said.at(column), "pack-value-kind", column, FILE_TYPES));
            }
        });
        section.done();
        return Flow.Target.files(key, new Flow.Written(format, types));
    }

    /** What a file's column is has to be said of a column that is written. */
    private void typesOfColumns(Section root, Flow.Target target, List<Column> columns) {
        var names = columns.stream().map(Column::name).toList();
        target.files().map(files -> files.types().keySet()).orElse(Set.of()).stream()
                .filter(name -> !names.contains(name))
                .forEach(name ->
                        problems.error(root.at("target"), "exchange-rule-column", name, Nearest.to(name, names)));
    }

    private Flow.Target target(Section section) {
        var connector = connector(section);
        if (connector == Connector.FILES) {
            return filesToWrite(section);
        }
        if (!WRITTEN.contains(connector)) {
            problems.error(
                    section.at("connector"), "exchange-target", connector.name().toLowerCase(Locale.ROOT));
        }
        var table = table(section);
        var key = fields(section, "key");
        section.done();
        return new Flow.Target(connector, table, key);
    }

    private static Connector connector(Section section) {
        return section.findChoice("connector", Connector.class).orElse(Connector.POSTGRESQL);
    }

    private String table(Section section) {
        var table = section.text("table");
        if (!table.isEmpty() && !TABLE.matcher(table).matches()) {
            problems.error(section.at("table"), "exchange-table", table);
        }
        return table;
    }

    private List<String> fields(Section section, String key) {
        var names = section.texts(key);
        if (names.isEmpty()) {
            problems.error(section.at(key), "pack-key-missing", key);
        }
        names.forEach(name -> field(section, key, name));
        return names;
    }

    private String field(Section section, String key, String name) {
        if (!FIELD.matcher(name).matches()) {
            problems.error(section.at(key), "exchange-field", name);
        }
        return name;
    }

    private Map<String, Map<String, String>> codes(Section root) {
        Map<String, Map<String, String>> lists = new LinkedHashMap<>();
        root.findSection("codes").ifPresent(all -> {
            for (var name : all.names()) {
                var section = all.section(name);
                Map<String, String> list = new LinkedHashMap<>();
                section.names().forEach(code -> list.put(code, section.text(code)));
                lists.put(name, list);
            }
        });
        return lists;
    }

    private List<Column> columns(Section root, Map<String, Map<String, String>> codes) {
        List<Column> columns = new ArrayList<>();
        var named = new HashSet<String>();
        for (var section : root.sections("columns")) {
            var column = column(section, codes);
            if (!named.add(column.name())) {
                problems.error(section.at("to"), "exchange-column-twice", column.name());
            }
            columns.add(column);
        }
        if (columns.isEmpty()) {
            problems.error(root.at("columns"), "pack-key-missing", "columns");
        }
        return columns;
    }

    private Column column(Section section, Map<String, Map<String, String>> codes) {
        var name = field(section, "to", section.text("to"));
        var origin = origin(section);
        var trim = section.isTrue("trim") ? Column.Trim.TAKEN_OFF : Column.Trim.KEPT;
        var list = section.findText("codes");
        if (list.isPresent() && !codes.containsKey(list.get())) {
            problems.error(section.at("codes"), "exchange-codes", list.get(), Nearest.to(list.get(), codes.keySet()));
        }
        var unit = section.findSection("unit").map(this::unit);
        var dates = section.findText("dates");
        section.done();
        return new Column(name, origin, trim, list, unit, dates);
    }

    private Origin origin(Section section) {
        List<Origin> found = new ArrayList<>();
        section.findText("from").ifPresent(name -> found.add(new Origin.Field(field(section, "from", name))));
        section.findSection("join").ifPresent(join -> {
            found.add(new Origin.Joined(
                    fields(join, "fields"), join.findText("with").orElse("")));
            join.done();
        });
        section.findSection("part").ifPresent(part -> {
            var of = field(part, "of", part.text("of"));
            var number = part.number("number", 1);
            if (number < 1) {
                problems.error(part.at("number"), "pack-value-kind", "number", "1, 2, …");
            }
            found.add(new Origin.Part(of, part.text("by"), number));
            part.done();
        });
        section.findText("always").ifPresent(value -> found.add(new Origin.Always(value)));
        if (found.size() != 1) {
            problems.error(section.here(), "exchange-origin");
        }
        return found.isEmpty() ? new Origin.Always("") : found.getFirst();
    }

    private Column.Unit unit(Section section) {
        var times = decimal(section, "times");
        var digits = section.number("digits", 0);
        if (digits < 0 || digits > 9) {
            problems.error(section.at("digits"), "pack-value-kind", "digits", "0 – 9");
        }
        section.done();
        return new Column.Unit(times, Math.clamp(digits, 0, 9));
    }

    private BigDecimal decimal(Section section, String key) {
        var text = section.text(key);
        if (NUMBER.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        problems.error(section.at(key), "pack-value-kind", key, "number");
        return BigDecimal.ONE;
    }

    private List<QualityRule> rules(Section root, List<Column> columns) {
        List<QualityRule> rules = new ArrayList<>();
        var names = columns.stream().map(Column::name).toList();
        var named = new HashSet<String>();
        if (!root.has("rules")) {
            return rules;
        }
        for (var section : root.sections("rules")) {
            var id = section.text("id");
            if (!named.add(id)) {
                problems.error(section.at("id"), "exchange-rule-twice", id);
            }
            var column = section.text("column");
            if (!names.contains(column)) {
                problems.error(section.at("column"), "exchange-rule-column", column, Nearest.to(column, names));
            }
            var check = check(section);
            var rule = new QualityRule(id, column, check, section.label("meaning"), section.text("basis"));
            section.done();
            rules.add(rule);
        }
        return rules;
    }

    private QualityRule.Check check(Section section) {
        List<QualityRule.Check> found = new ArrayList<>();
        section.findChoice("check", Named.class).ifPresent(named -> found.add(named.check));
        section.findText("pattern").flatMap(text -> pattern(section, text)).ifPresent(found::add);
        var values = section.texts("one-of");
        if (!values.isEmpty()) {
            found.add(new QualityRule.OneOf(Set.copyOf(values)));
        }
        section.findSection("between").ifPresent(range -> {
            found.add(new QualityRule.Between(decimal(range, "least"), decimal(range, "most")));
            range.done();
        });
        section.findSection("during").ifPresent(range -> {
            found.add(new QualityRule.During(day(range, "first"), day(range, "last")));
            range.done();
        });
        if (found.size() != 1) {
            problems.error(section.here(), "exchange-check");
        }
        return found.isEmpty() ? new QualityRule.Required() : found.getFirst();
    }

    private LocalDate day(Section section, String key) {
        try {
            return LocalDate.parse(section.text(key));
        } catch (DateTimeParseException noDay) {
            problems.error(section.at(key), "pack-value-kind", key, "2026-11-22");
            return LocalDate.EPOCH;
        }
    }

    private Optional<QualityRule.Check> pattern(Section section, String text) {
        try {
            return Optional.of(new QualityRule.Shape(Pattern.compile(text)));
        } catch (PatternSyntaxException broken) {
            problems.error(section.at("pattern"), "exchange-pattern", broken.getDescription());
            return Optional.empty();
        }
    }

    /** The checks that need nothing but their name. */
    private enum Named {
        REQUIRED(new QualityRule.Required()),
        CITIZEN_NUMBER(new QualityRule.CitizenNumber()),
        CREDIT_CODE(new QualityRule.CreditCode());

        private final QualityRule.Check check;

        Named(QualityRule.Check check) {
            this.check = check;
        }
    }
}
