package org.tongqu.platform.data.catalog.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Description;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.Listing;
import org.tongqu.platform.data.catalog.Listing.Filter;
import org.tongqu.platform.data.catalog.Listing.Shelf;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.operate.store.LikePattern;
import org.tongqu.platform.trust.access.Scope;

/** Lists of editions. The counts ask with the same words as the rows. */
@Repository
public class ListStore {

    private static final String COLUMNS = """
            e.code, e.name, e.organisation, e.state, e.sharing, e.opening, e.cycle, e.published_on,
            (SELECT count(*) FROM catalog.item i WHERE i.resource = e.resource AND i.edition = e.number) AS items""";

    private static final String FITS = """
            (CAST(:words AS text) IS NULL OR e.words LIKE :words)
            AND (CAST(:organisation AS text) IS NULL OR e.organisation = :organisation)
            AND (CAST(:sharing AS text) IS NULL OR e.sharing = :sharing)
            AND (CAST(:group AS text) IS NULL OR e.code LIKE :group)
            AND (e.state IN ('published', 'retired') OR e.organisation = ANY (:seen))""";

    private final JdbcClient jdbc;
    private final ItemStore items;

    ListStore(JdbcClient jdbc, ItemStore items) {
        this.jdbc = jdbc;
        this.items = items;
    }

    public List<Listing.Row> rows(Filter filter, Scope scope, String after, int limit) {
        return asked("SELECT " + COLUMNS + " FROM catalog.edition e WHERE " + FITS + """

                        AND e.state = ANY (:states) AND e.code > :after ORDER BY e.code LIMIT :limit""", filter, scope)
                .param("states", states(filter.shelf()))
                .param("after", after)
                .param("limit", limit)
                .query(ListStore::row)
                .list();
    }

    /** The same as whole editions with their items. */
    public List<Edition> editions(Filter filter, Scope scope, String after, int limit) {
        return items.into(asked("SELECT e.* FROM catalog.edition e WHERE " + FITS + """

                                AND e.state = ANY (:states) AND e.code > :after ORDER BY e.code LIMIT :limit""", filter, scope)
                .param("states", states(filter.shelf()))
                .param("after", after)
                .param("limit", limit)
                .query(EditionStore::edition)
                .list());
    }

    public Map<Shelf, Long> counts(Filter filter, Scope scope) {
        var counts = new EnumMap<Shelf, Long>(Shelf.class);
        asked("SELECT e.state, count(*) AS number FROM catalog.edition e WHERE " + FITS + """

                        AND e.state <> 'superseded' GROUP BY e.state""", filter, scope)
                .query(row -> {
                    counts.merge(
                            shelf(Coded.of(Edition.State.class, row.getString("state"))),
                            row.getLong("number"),
                            Long::sum);
                });
        return counts;
    }

    /** What society may have, the conditional too. */
    public List<Listing.Row> open(String words, String after, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """

                        FROM catalog.edition e
                        WHERE e.state = 'published' AND e.opening <> 'closed' AND e.words LIKE ? AND e.code > ?
                        ORDER BY e.code LIMIT ?""")
                .params(LikePattern.containing(words), after, limit)
                .query(ListStore::row)
                .list();
    }

    public long countOpen(String words) {
        return jdbc.sql("""
                        SELECT count(*) FROM catalog.edition e
                        WHERE e.state = 'published' AND e.opening <> 'closed' AND e.words LIKE ?""")
                .param(LikePattern.containing(words))
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String statement, Filter filter, Scope scope) {
        return jdbc.sql(statement)
                .param("words", filter.words().isBlank() ? null : LikePattern.containing(filter.words()))
                .param("organisation", filter.organisation().orElse(null))
                .param("sharing", filter.sharing().map(Coded::code).orElse(null))
                .param("group", filter.group().map(group -> group + "%").orElse(null))
                .param("seen", scope.organisations());
    }

    private static String[] states(Shelf shelf) {
        return switch (shelf) {
            case PUBLISHED -> new String[] {"published"};
            case IN_WORK -> new String[] {"draft", "review", "check"};
            case RETIRED -> new String[] {"retired"};
        };
    }

    private static Shelf shelf(Edition.State state) {
        return switch (state) {
            case DRAFT, REVIEW, CHECK -> Shelf.IN_WORK;
            case PUBLISHED -> Shelf.PUBLISHED;
            case RETIRED, SUPERSEDED -> Shelf.RETIRED;
        };
    }

    private static Listing.Row row(ResultSet row, int number) throws SQLException {
        return new Listing.Row(
                new ResourceCode(row.getString("code")),
                row.getString("name"),
                row.getString("organisation"),
                Coded.of(Edition.State.class, row.getString("state")),
                Coded.of(Description.SharingType.class, row.getString("sharing")),
                Coded.of(Description.Openness.class, row.getString("opening")),
                Coded.of(Description.Cycle.class, row.getString("cycle")),
                row.getInt("items"),
                Optional.ofNullable(row.getObject("published_on", LocalDate.class)));
    }
}
