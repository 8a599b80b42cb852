package org.tongqu.platform.data.use.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.use.Trace;
import org.tongqu.platform.data.use.Use;
import org.tongqu.platform.operate.store.Columns;
import org.tongqu.platform.operate.store.Later;

/** Writes what whoever a use is about is shown of it: one statement, however many they are. */
@Repository
class TraceRows {

    private static final String WRITE = """
            INSERT INTO uses.trace (subject, at, kind, register, fields, organisation, who_zh, who_en, call,
                agreement, purpose, why)
            SELECT decode(t.subject, 'hex'), t.at, t.kind, t.register, t.fields, t.organisation, t.zh, t.en, t.call,
                   t.agreement, t.purpose, t.why
              FROM unnest(?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                          ?::text[], ?::text[], ?::text[], ?::text[])
                   AS t (subject, at, kind, register, fields, organisation, zh, en, call, agreement, purpose, why)
            """;

    private static final String WRITE_NEW = WRITE + """
             WHERE NOT EXISTS (SELECT FROM uses.trace x
                                WHERE x.kind = 'draft' AND x.call = t.call AND x.subject = decode(t.subject, 'hex')
                                  AND x.register = t.register
                                  AND string_to_array(x.fields, ' ') @> string_to_array(t.fields, ' '))
            ON CONFLICT (call, subject, register, fields) WHERE kind = 'draft' DO NOTHING
            RETURNING register""";

    private final Later later;
    private final JdbcClient sql;
    private final Subjects subjects;

    TraceRows(Later later, JdbcClient sql, Subjects subjects) {
        this.later = later;
        this.sql = sql;
        this.subjects = subjects;
    }

    /** A use of one register, without whom it is about. @param fields none for the whole record */
    record Used(Instant at, Use.Kind kind, String register, Collection<String> fields, Trace.By by, Trace.Under under) {

        Used {
            fields = List.copyOf(fields);
        }

        private String who(Function<Label, String> text) {
            return by.who().map(text).orElse("");
        }
    }

    /** @param subject in hexadecimal digits: whom it is about */
    record Row(String subject, Used used) {}

    Row of(Concerned about, Used used) {
        return new Row(HexFormat.of().formatHex(subjects.of(about)), used);
    }

    /** What was taken of the whole register, whoever is in it. */
    Row ofAll(Used used) {
        return new Row(HexFormat.of().formatHex(subjects.ofAll(used.register())), used);
    }

    /** Who it was, where a name is known. */
    static Optional<Label> named(String name) {
        return Optional.of(name).filter(text -> !text.isBlank()).map(Label::same);
    }

    /** In the transaction of the caller. */
    void write(List<Row> rows) {
        if (!rows.isEmpty()) {
            later.write(WRITE, columns(rows));
        }
    }

    /**
     * Writes those of drafts that the same draft did not leave before; the same at the same moment is left once.
     *
     * @return the registers of those that were written
     */
    List<String> writeNew(List<Row> rows) {
        return sql
                .sql(WRITE_NEW)
                .params(Arrays.asList(columns(rows)))
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    private static @Nullable Object[] columns(List<Row> rows) {
        return Stream.<Function<Row, String>>of(
                        Row::subject,
                        row -> row.used().at().toString(),
                        row -> row.used().kind().code(),
                        row -> row.used().register(),
                        row -> String.join(" ", row.used().fields()),
                        row -> row.used().by().organisation(),
                        row -> row.used().who(Label::zh),
                        row -> row.used().who(Label::en),
                        row -> row.used().by().call(),
                        row -> row.used().under().agreement(),
                        row -> row.used().under().purpose(),
                        row -> row.used().under().why())
                .map(column -> Columns.column(rows, column::apply))
                .toArray();
    }
}
