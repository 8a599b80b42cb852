package org.tongqu.platform.trust.journal.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.tongqu.kernel.data.Datum;

/**
 * The bytes of an entry that are hashed: every column as it is read back from the table, so that what is checked is
 * what is shown. An outsider who is given the rows can make the same bytes.
 */
record CanonicalEntry(long id, String xid, byte[] bytes) {

    /** The columns this needs, of a row of {@code journal.entry e}. */
    static final String COLUMNS = """
            e.id, e.xid::text AS xid, e.at, e.who, e.who_name, e.verb, e.subject_kind, e.subject, e.why, e.agreement,
            e.details
            """;

    static CanonicalEntry of(ResultSet row) throws SQLException {
        var id = row.getLong("id");
        var text = Datum.empty()
                .with("id", Datum.of(id))
                .with(
                        "at",
                        Datum.of(row.getObject("at", OffsetDateTime.class)
                                .toInstant()
                                .toString()))
                .with("who", Datum.of(row.getString("who")))
                .with("whoName", Datum.of(row.getString("who_name")))
                .with("verb", Datum.of(row.getString("verb")))
                .with("subjectKind", Datum.of(row.getString("subject_kind")))
                .with("subject", Datum.of(row.getString("subject")))
                .with("why", optional(row.getString("why")))
                .with("agreement", optional(row.getString("agreement")))
                .with("details", Datum.of(row.getString("details")))
                .canonical();
        return new CanonicalEntry(id, row.getString("xid"), text.getBytes(UTF_8));
    }

    private static Datum optional(@Nullable String value) {
        return value == null ? Datum.nothing() : Datum.of(value);
    }
}
