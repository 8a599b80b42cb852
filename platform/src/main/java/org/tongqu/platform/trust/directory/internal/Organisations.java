package org.tongqu.platform.trust.directory.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.trust.directory.Organisation;

/**
 * The organisations, kept in memory: there are hundreds, and every list names some. A change made by another process is
 * seen after at most {@link #FRESH}.
 */
@Component
public class Organisations {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcClient sql;
    private final Clock clock;
    private volatile @Nullable Snapshot snapshot;

    Organisations(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Snapshot(Map<String, Organisation> byCode, Instant until) {}

    public Optional<Organisation> find(String code) {
        return Optional.ofNullable(byCode().get(code));
    }

    public List<Organisation> all() {
        return List.copyOf(byCode().values());
    }

    public Optional<Organisation> findResponsible(String kind, DivisionCode place) {
        return byCode().values().stream()
                .filter(organisation -> organisation.kind().equals(kind))
                .filter(organisation -> place.isWithin(organisation.division()))
                .max(Comparator.comparingInt((Organisation organisation) ->
                                organisation.division().prefix().length())
                        .thenComparing(Organisation::code, Comparator.reverseOrder()));
    }

    public List<Organisation> withSubordinates(String code) {
        var all = byCode();
        var found = new ArrayList<Organisation>();
        var seen = new HashSet<String>();
        var open = new ArrayList<String>(List.of(code));
        while (!open.isEmpty()) {
            var next = open.removeLast();
            var organisation = all.get(next);
            if (organisation != null && seen.add(next)) {
                found.add(organisation);
                all.values().stream()
                        .filter(child -> child.parent().equals(Optional.of(next)))
                        .forEach(child -> open.add(child.code()));
            }
        }
        return List.copyOf(found);
    }

    public void put(Organisation organisation) {
        sql.sql("""
                INSERT INTO directory.organisation
                       (code, kind, name_zh, name_en, division, parent, phone, address)
                VALUES (:code, :kind, :zh, :en, :division, :parent, :phone, :address)
                ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, name_zh = excluded.name_zh,
                       name_en = excluded.name_en, division = excluded.division, parent = excluded.parent,
                       phone = excluded.phone, address = excluded.address, active = true
                """)
                .param("code", organisation.code())
                .param("kind", organisation.kind())
                .param("zh", organisation.name().zh())
                .param("en", organisation.name().en())
                .param("division", organisation.division().value())
                .param("parent", organisation.parent().orElse(null))
                .param("phone", organisation.contact().phone())
                .param("address", organisation.contact().address())
                .update();
        AfterCommit.run(this::forget);
    }

    public void forget() {
        snapshot = null;
    }

    private Map<String, Organisation> byCode() {
        var known = snapshot;
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.byCode();
        }
        var byCode = read();
        snapshot = new Snapshot(byCode, clock.instant().plus(FRESH));
        return byCode;
    }

    private Map<String, Organisation> read() {
        var byCode = new LinkedHashMap<String, Organisation>();
        sql.sql("""
                SELECT code, kind, name_zh, name_en, division, parent, phone, address
                  FROM directory.organisation WHERE active ORDER BY division, code
                """)
                .query((row, number) -> organisation(row))
                .list()
                .forEach(organisation -> byCode.put(organisation.code(), organisation));
        return byCode;
    }

    private static Organisation organisation(ResultSet row) throws SQLException {
        return new Organisation(
                row.getString("code"),
                row.getString("kind"),
                new Label(row.getString("name_zh"), row.getString("name_en")),
                new DivisionCode(row.getString("division")),
                Optional.ofNullable(row.getString("parent")),
                new Organisation.Contact(row.getString("phone"), row.getString("address")));
    }
}
