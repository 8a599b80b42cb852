package org.tongqu.platform.front.portal._support;

import java.util.Optional;
import java.util.Set;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.identity.SignedIn.Officer;

/** The smallest city in which a matter can be handled: one district, one street, one office of the needed kind. */
public final class PortalCity {

    public static final String STREET = "999901001";
    private static final String OFFICE = "11999901MB0A00018J";

    private PortalCity() {}

    /** Builds it unless it is there. */
    public static void build(StartedPlatform platform) {
        var sql = platform.database().asOwner();
        division(sql, "990000", null, 1, "演示省");
        division(sql, "999900", "990000", 2, "云州市");
        division(sql, "999901", "999900", 3, "清河区");
        division(sql, STREET, "999901", 4, "东门街道");
        platform.bean(Directory.class)
                .put(new Organisation(
                        OFFICE,
                        "market-regulation",
                        new Label("清河区市场监督管理局", "Qinghe Market Regulation"),
                        new DivisionCode("999901"),
                        Optional.empty(),
                        new Organisation.Contact("", "")));
    }

    /** Somebody of the office who may do every step. */
    public static Officer officer() {
        return new Officer("o-portal", "s-portal", "周敏", OFFICE, Set.of("acceptor", "reviewer", "decider"));
    }

    private static void division(
            org.springframework.jdbc.core.simple.JdbcClient sql,
            String code,
            @org.jspecify.annotations.Nullable String parent,
            int level,
            String name) {
        sql.sql("""
                INSERT INTO directory.division (code, parent, level, name, demo) VALUES (?, ?, ?, ?, true)
                ON CONFLICT DO NOTHING
                """).param(code).param(parent).param(level).param(name).update();
    }
}
