package org.tongqu.engines.packs.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.engines.exchanges.Connector;
import org.tongqu.engines.exchanges.FileFormat;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.exchanges.Origin;
import org.tongqu.engines.exchanges.QualityRule;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;

/**
 * Writes a flow as {@link ExchangeReader} reads it, so that it can be handed to another program. How a column is
 * covered stands in no file and is not written.
 */
public final class ExchangeWriter {

    private ExchangeWriter() {}

    public static Datum write(Flow flow) {
        var written = Datum.empty()
                .with("exchange", Datum.of(flow.id()))
                .with("title", label(flow.title()))
                .with("source", source(flow.source()))
                .with("target", target(flow.target()))
                .with(
                        "columns",
                        list(flow.columns().stream().map(ExchangeWriter::column).toList()));
        if (!flow.codes().isEmpty()) {
            written = written.with("codes", codes(flow.codes()));
        }
        if (!flow.rules().isEmpty()) {
            written = written.with(
                    "rules",
                    list(flow.rules().stream().map(ExchangeWriter::rule).toList()));
        }
        var whole = written;
        return flow.running()
                .map(running -> whole.with("runs", running(running)))
                .orElse(whole);
    }

    private static Datum label(Label label) {
        return Datum.empty().with("zh", Datum.of(label.zh())).with("en", Datum.of(label.en()));
    }

    private static Datum running(Flow.Running running) {
        var agreed = running.agreed();
        return Datum.empty()
                .with(
                        "agreement",
                        Datum.empty()
                                .with("resource", Datum.of(agreed.resource()))
                                .with("consumer", Datum.of(agreed.consumer()))
                                .with("purpose", Datum.of(agreed.purpose())))
                .with("from", Datum.of(running.from()))
                .with("to", Datum.of(running.to()))
                .with("minutes", Datum.of(running.minutes()))
                .with("follow", new Datum.Truth(running.isFollowing()));
    }

    private static Datum source(Flow.Source source) {
        if (source.format().isPresent()) {
            return files(source.format().get(), source.key());
        }
        var written = table(source.connector(), source.table(), source.key());
        return source.watermark()
                .map(name -> written.with("watermark", Datum.of(name)))
                .orElse(written);
    }

    private static Datum target(Flow.Target target) {
        return target.files()
                .map(files -> written(files, target.key()))
                .orElseGet(() -> table(target.connector(), target.table(), target.key()));
    }

    private static Datum written(Flow.Written files, List<String> key) {
        var written = files(files.format(), key);
        if (files.types().isEmpty()) {
            return written;
        }
        return written.with(
                "types",
                new Datum.Fields(files.types().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                type -> Datum.of(type.getValue().text())))));
    }

    private static Datum files(FileFormat format, List<String> key) {
        return Datum.empty()
                .with("connector", Datum.of("files"))
                .with("format", Datum.of(format.name().toLowerCase(Locale.ROOT)))
                .with("key", texts(key));
    }

    private static Datum table(Connector connector, String table, List<String> key) {
        return Datum.empty()
                .with("connector", Datum.of(connector.name().toLowerCase(Locale.ROOT)))
                .with("table", Datum.of(table))
                .with("key", texts(key));
    }

    private static Datum codes(Map<String, Map<String, String>> codes) {
        return new Datum.Fields(codes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        list -> new Datum.Fields(list.getValue().entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, code -> Datum.of(code.getValue())))))));
    }

    private static Datum column(Column column) {
        var written = origin(Datum.empty().with("to", Datum.of(column.name())), column.origin());
        if (column.trim() == Column.Trim.TAKEN_OFF) {
            written = written.with("trim", new Datum.Truth(true));
        }
        if (column.codes().isPresent()) {
            written = written.with("codes", Datum.of(column.codes().get()));
        }
        if (column.unit().isPresent()) {
            var unit = column.unit().get();
            written = written.with(
                    "unit",
                    Datum.empty()
                            .with("times", Datum.of(unit.times().toPlainString()))
                            .with("digits", Datum.of(unit.digits())));
        }
        return column.dates().isPresent()
                ? written.with("dates", Datum.of(column.dates().get()))
                : written;
    }

    private static Datum origin(Datum column, Origin origin) {
        return switch (origin) {
            case Origin.Field(var name) -> column.with("from", Datum.of(name));
            case Origin.Joined(var fields, var with) -> {
                var join = Datum.empty().with("fields", texts(fields));
                yield column.with("join", with.isEmpty() ? join : join.with("with", Datum.of(with)));
            }
            case Origin.Part(var name, var by, var number) ->
                column.with(
                        "part",
                        Datum.empty()
                                .with("of", Datum.of(name))
                                .with("by", Datum.of(by))
                                .with("number", Datum.of(number)));
            case Origin.Always(var value) -> column.with("always", Datum.of(value));
        };
    }

    private static Datum rule(QualityRule rule) {
        var written = Datum.empty()
                .with("id", Datum.of(rule.id()))
                .with("column", Datum.of(rule.column()))
                .with("meaning", label(rule.meaning()))
                .with("basis", Datum.of(rule.basis()));
        return switch (rule.check()) {
            case QualityRule.Required() -> written.with("check", Datum.of("required"));
            case QualityRule.CitizenNumber() -> written.with("check", Datum.of("citizen-number"));
            case QualityRule.CreditCode() -> written.with("check", Datum.of("credit-code"));
            case QualityRule.Shape(var pattern) -> written.with("pattern", Datum.of(pattern.pattern()));
            case QualityRule.OneOf(var values) ->
                written.with("one-of", texts(values.stream().sorted().toList()));
            case QualityRule.Between(var least, var most) ->
                written.with("between", range("least", least.toPlainString(), "most", most.toPlainString()));
            case QualityRule.During(var first, var last) ->
                written.with("during", range("first", first.toString(), "last", last.toString()));
        };
    }

    private static Datum range(String low, String from, String high, String to) {
        return Datum.empty().with(low, Datum.of(from)).with(high, Datum.of(to));
    }

    private static Datum texts(List<String> texts) {
        return list(texts.stream().map(Datum::of).toList());
    }

    private static Datum list(List<Datum> each) {
        return Datum.of(each);
    }
}
