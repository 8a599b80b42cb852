package org.tongqu.platform.data.agreements.internal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementPage;
import org.tongqu.platform.data.agreements.Agreements.Page;
import org.tongqu.platform.data.agreements.Shelf;
import org.tongqu.platform.data.agreements.Shelf.Filter;
import org.tongqu.platform.operate.store.LikePattern;
import org.tongqu.platform.trust.access.Scope;

/** Lists of agreements. The counts ask with the same words as the rows. */
@Repository
public class AgreementList {

    /** That one expired follows from the day, here as in {@link Agreement#on}. */
    private static final String FITS = """
            (CAST(:words AS text) IS NULL OR a.words LIKE :words)
            AND (CAST(:state AS text) IS NULL OR :state =
                CASE WHEN a.state IN ('active', 'suspended') AND a.ends < :today THEN 'expired' ELSE a.state END)""";

    private final JdbcClient jdbc;

    AgreementList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String on(Shelf shelf) {
        return switch (shelf) {
            case ASKED_BY_US -> "a.consumer = ANY (:seen)";
            case ASKED_OF_US -> "a.provider = ANY (:seen)";
            case BEFORE_AUTHORITY ->
                "a.state IN ('checking', 'disputed')" + " AND (a.consumer = ANY (:seen) OR a.provider = ANY (:seen))";
        };
    }

    public AgreementPage page(Filter filter, Scope scope, LocalDate today, Page page) {
        var rows = asked(
                        "SELECT a.* FROM agreements.agreement a WHERE " + on(filter.shelf()) + " AND " + FITS
                                + " AND (:after = '' OR a.id < :after) ORDER BY a.id DESC LIMIT :limit",
                        filter,
                        scope,
                        today)
                .param("after", page.after())
                .param("limit", page.size() + 1)
                .query(AgreementStore::agreement)
                .list();
        var more = rows.size() > page.size();
        var shown = more ? rows.subList(0, page.size()) : rows;
        return new AgreementPage(
                shown,
                counts(filter, scope, today),
                more ? Optional.of(shown.getLast().id()) : Optional.empty());
    }

    private Map<Shelf, Long> counts(Filter filter, Scope scope, LocalDate today) {
        var counts = new EnumMap<Shelf, Long>(Shelf.class);
        var columns = new StringBuilder();
        for (var shelf : Shelf.values()) {
            columns.append(columns.isEmpty() ? "" : ", ")
                    .append("count(*) FILTER (WHERE ")
                    .append(on(shelf))
                    .append(") AS ")
                    .append(shelf.name());
        }
        asked(
                        "SELECT " + columns + " FROM agreements.agreement a WHERE " + FITS
                                + " AND (a.consumer = ANY (:seen) OR a.provider = ANY (:seen))",
                        filter,
                        scope,
                        today)
                .query(row -> {
                    for (var shelf : Shelf.values()) {
                        counts.put(shelf, row.getLong(shelf.name()));
                    }
                });
        return counts;
    }

    private JdbcClient.StatementSpec asked(String statement, Filter filter, Scope scope, LocalDate today) {
        return jdbc.sql(statement)
                .param("words", filter.words().isBlank() ? null : LikePattern.containing(filter.words()))
                .param("state", filter.state().map(Agreement.State::code).orElse(null))
                .param("today", today)
                .param("seen", scope.organisations());
    }
}
