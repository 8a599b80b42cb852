package org.tongqu.platform.matter.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.platform.matter.casework.CaseCounts.Counted;

/** Counts cases by what they were opened with. */
@Repository
public class CaseCountStore {

    private static final String COUNTS = "count(*) FILTER (WHERE status = 'RUNNING') AS open, count(*) AS all_cases";

    private final JdbcClient jdbc;

    CaseCountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<String, Counted> byPack() {
        var counted = new LinkedHashMap<String, Counted>();
        jdbc.sql("SELECT pack_id AS name, " + COUNTS + " FROM casework.case_file GROUP BY pack_id ORDER BY pack_id")
                .query(row -> {
                    counted.put(row.getString("name"), counted(row));
                });
        return counted;
    }

    public Map<String, Counted> byVersion(String packId) {
        var counted = new LinkedHashMap<String, Counted>();
        jdbc.sql("SELECT pack_version AS name, " + COUNTS
                        + " FROM casework.case_file WHERE pack_id = ? GROUP BY pack_version ORDER BY pack_version")
                .param(packId)
                .query(row -> {
                    counted.put(row.getString("name"), counted(row));
                });
        return counted;
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(row.getLong("open"), row.getLong("all_cases"));
    }
}
