package org.tongqu.platform.data.demands.internal;

import static org.tongqu.platform.operate.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Description.Cycle;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.demands.Demand;
import org.tongqu.platform.data.demands.DemandDeed;
import org.tongqu.platform.operate.store.YearNumbers;

/** Demands and their story. */
@Repository
public class DemandStore {

    private final JdbcClient jdbc;

    DemandStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next id of the year, held until the transaction ends. */
    public String nextId(Instant now) {
        return "XQ-" + new YearNumbers(jdbc, "demands.counter").next(now);
    }

    static String id(int year, int number) {
        return "XQ-" + YearNumbers.Taken.written(year, number);
    }

    public void insert(Demand demand) {
        jdbc.sql("""
                        INSERT INTO demands.demand (id, organisation, asked_by, asked_name, asked_at, title, purpose, basis,
                            elements, frequency, state, assigned, due_on, resource, version, words)
                        VALUES (:id, :organisation, :by, :name, :at, :title, :purpose, :basis, :elements, :frequency,
                            :state, :assigned, :due, :resource, :version, :words)""")
                .param("id", demand.id())
                .param("organisation", demand.asked().organisation())
                .param("by", demand.asked().by())
                .param("name", demand.asked().name())
                .param("at", time(demand.asked().at()))
                .param("title", demand.wanted().title())
                .param("purpose", demand.wanted().purpose())
                .param("basis", demand.wanted().basis())
                .param("elements", demand.wanted().elements())
                .param("frequency", demand.wanted().frequency().code())
                .param("state", demand.state().code())
                .param("assigned", demand.assigned().orElse(null))
                .param("due", demand.dueOn().orElse(null))
                .param("resource", demand.resource().map(ResourceCode::value).orElse(null))
                .param("version", demand.version())
                .param("words", words(demand))
                .update();
    }

    private static String words(Demand demand) {
        return String.join(
                        " ",
                        demand.id(),
                        demand.wanted().title(),
                        demand.wanted().purpose(),
                        demand.wanted().elements())
                .toLowerCase(Locale.ROOT);
    }

    /** Writes what a deed changed. */
    public void update(Demand after) {
        jdbc.sql("""
                        UPDATE demands.demand SET state = :state, assigned = :assigned, due_on = :due,
                            resource = :resource, version = :version WHERE id = :id""")
                .param("state", after.state().code())
                .param("assigned", after.assigned().orElse(null))
                .param("due", after.dueOn().orElse(null))
                .param("resource", after.resource().map(ResourceCode::value).orElse(null))
                .param("version", after.version())
                .param("id", after.id())
                .update();
    }

    public void tell(String id, DemandDeed deed) {
        jdbc.sql("""
                        INSERT INTO demands.deed (demand, number, deed, at, who, who_name, organisation, about, why)
                        SELECT :id, count(*) + 1, :deed, :at, :who, :name, :organisation, :about, :why
                        FROM demands.deed WHERE demand = :id""")
                .param("id", id)
                .param("deed", deed.deed())
                .param("at", time(deed.at()))
                .param("who", deed.hand().id())
                .param("name", deed.hand().name())
                .param("organisation", deed.organisation())
                .param("about", deed.about())
                .param("why", deed.why())
                .update();
    }

    public List<DemandDeed> deeds(String id) {
        return jdbc.sql("SELECT * FROM demands.deed WHERE demand = ? ORDER BY number")
                .param(id)
                .query((row, number) -> new DemandDeed(
                        row.getString("deed"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new DemandDeed.Hand(row.getString("who"), row.getString("who_name")),
                        row.getString("organisation"),
                        row.getString("about"),
                        row.getString("why")))
                .list();
    }

    public Optional<Demand> find(String id) {
        return jdbc.sql("SELECT * FROM demands.demand WHERE id = ?")
                .param(id)
                .query(DemandStore::demand)
                .optional();
    }

    /** The demand, held until the transaction ends. */
    public Optional<Demand> lock(String id) {
        return jdbc.sql("SELECT * FROM demands.demand WHERE id = ? FOR UPDATE")
                .param(id)
                .query(DemandStore::demand)
                .optional();
    }

    static Demand demand(ResultSet row, int number) throws SQLException {
        return new Demand(
                row.getString("id"),
                new Demand.Asked(
                        row.getString("organisation"),
                        row.getString("asked_by"),
                        row.getString("asked_name"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()),
                new Demand.Wanted(
                        row.getString("title"),
                        row.getString("purpose"),
                        row.getString("basis"),
                        row.getString("elements"),
                        Coded.of(Cycle.class, row.getString("frequency"))),
                Coded.of(Demand.State.class, row.getString("state")),
                Optional.ofNullable(row.getString("assigned")),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                Optional.ofNullable(row.getString("resource")).map(ResourceCode::new),
                row.getInt("version"));
    }
}
