package org.tongqu.platform.data.use.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.use.Offer;
import org.tongqu.platform.operate.store.Columns;

/** Which resources are read from which registers. */
@Repository
public class OfferStore {

    private final JdbcClient jdbc;

    OfferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are there. */
    public Map<ResourceCode, Offer> find(Set<ResourceCode> resources) {
        Map<ResourceCode, Offer> found = new HashMap<>();
        jdbc.sql("SELECT resource, register, items FROM uses.offer WHERE resource = ANY (?)")
                .param(resources.stream().map(ResourceCode::value).toArray(String[]::new))
                .query(row -> {
                    var offer = offer(row);
                    found.put(offer.resource(), offer);
                });
        return found;
    }

    public List<Offer> list(String after, int limit) {
        return jdbc.sql("SELECT resource, register, items FROM uses.offer WHERE resource > ? ORDER BY resource LIMIT ?")
                .params(after, limit)
                .query((row, number) -> offer(row))
                .list();
    }

    /** Takes the place of what was said of the resource before. */
    public void put(Offer offer, String by, Instant at) {
        jdbc.sql("""
                        INSERT INTO uses.offer AS o (resource, register, items, said_by, said_at)
                        VALUES (:resource, :register, :items, :by, :at)
                        ON CONFLICT (resource) DO UPDATE SET register = excluded.register, items = excluded.items,
                            said_by = excluded.said_by, said_at = excluded.said_at""")
                .param("resource", offer.resource().value())
                .param("register", offer.register())
                .param("items", items(offer))
                .param("by", by)
                .param("at", Columns.time(at))
                .update();
    }

    private static String items(Offer offer) {
        return offer.items().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Offer offer(ResultSet row) throws SQLException {
        Map<String, String> items = new HashMap<>();
        for (var pair : row.getString("items").split(" ")) {
            var at = pair.indexOf('=');
            items.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return new Offer(new ResourceCode(row.getString("resource")), row.getString("register"), items);
    }
}
