package org.tongqu.platform.data.demands.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.demands.DemandPage;
import org.tongqu.platform.data.demands.DemandPage.Filter;
import org.tongqu.platform.data.demands.DemandPage.Shelf;
import org.tongqu.platform.operate.store.LikePattern;

/** Lists of demands. The counts ask with the same words as the rows. */
@Repository
public class DemandList {

    private static final String FITS = """
            (CAST(:words AS text) IS NULL OR d.words LIKE :words)
            AND (CAST(:state AS text) IS NULL OR d.state = :state)""";

    private final JdbcClient jdbc;

    DemandList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String on(Shelf shelf) {
        return switch (shelf) {
            case ALL -> "true";
            case OURS -> "d.organisation = :us";
            case OF_US -> "d.assigned = :us";
            case TO_ASSIGN -> "d.state IN ('asked', 'not-held')";
        };
    }

    public DemandPage page(Filter filter, String us, String after, int size) {
        var rows = asked(
                        "SELECT d.* FROM demands.demand d WHERE " + on(filter.shelf()) + " AND " + FITS
                                + " AND (:after = '' OR d.id < :after) ORDER BY d.id DESC LIMIT :limit",
                        filter,
                        us)
                .param("after", after)
                .param("limit", size + 1)
                .query(DemandStore::demand)
                .list();
        var more = rows.size() > size;
        var shown = more ? rows.subList(0, size) : rows;
        return new DemandPage(
                shown, counts(filter, us), more ? Optional.of(shown.getLast().id()) : Optional.empty());
    }

    private Map<Shelf, Long> counts(Filter filter, String us) {
        var counts = new EnumMap<Shelf, Long>(Shelf.class);
        var columns = new StringBuilder();
        for (var shelf : Shelf.values()) {
            columns.append(columns.isEmpty() ? "" : ", ")
                    .append("count(*) FILTER (WHERE ")
                    .append(on(shelf))
                    .append(") AS ")
                    .append(shelf.name());
        }
        asked("SELECT " + columns + " FROM demands.demand d WHERE " + FITS, filter, us)
                .query(row -> {
                    for (var shelf : Shelf.values()) {
                        counts.put(shelf, row.getLong(shelf.name()));
                    }
                });
        return counts;
    }

    private JdbcClient.StatementSpec asked(String statement, Filter filter, String us) {
        return jdbc.sql(statement)
                .param("words", filter.words().isBlank() ? null : LikePattern.containing(filter.words()))
                .param("state", filter.state().map(Coded::code).orElse(null))
                .param("us", us);
    }
}
