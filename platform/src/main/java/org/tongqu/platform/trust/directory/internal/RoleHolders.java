package org.tongqu.platform.trust.directory.internal;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.trust.directory.Administrator;
import org.tongqu.platform.trust.directory.RoleRefusal;

/** Who holds which role. The person's row is locked first, so that of two grants at once the second sees the first. */
@Component
public class RoleHolders {

    private final JdbcClient sql;
    private final StaffStore people;

    RoleHolders(JdbcClient sql, StaffStore people) {
        this.sql = sql;
        this.people = people;
    }

    @Transactional
    public Outcome<String, RoleRefusal> grant(String staff, String role) {
        if (isUnknown(staff)) {
            return Outcome.refused(new RoleRefusal.UnknownPerson());
        }
        people.forget(staff);
        var held = held(staff);
        if (held.contains(role)) {
            return Outcome.refused(new RoleRefusal.HeldAlready());
        }
        var forbidding = Administrator.forbidding(held, role);
        if (!forbidding.isEmpty()) {
            return Outcome.refused(new RoleRefusal.HeldApart(forbidding));
        }
        sql.sql("INSERT INTO directory.staff_role (staff, role) VALUES (?, ?)")
                .param(staff)
                .param(role)
                .update();
        return Outcome.done(role);
    }

    @Transactional
    public Outcome<String, RoleRefusal> revoke(String staff, String role) {
        if (isUnknown(staff)) {
            return Outcome.refused(new RoleRefusal.UnknownPerson());
        }
        people.forget(staff);
        var taken = sql.sql("DELETE FROM directory.staff_role WHERE staff = ? AND role = ?")
                .param(staff)
                .param(role)
                .update();
        return taken == 1 ? Outcome.done(role) : Outcome.refused(new RoleRefusal.NotHeld());
    }

    private boolean isUnknown(String staff) {
        return sql.sql("SELECT id FROM directory.staff WHERE id = ? AND active FOR UPDATE")
                .param(staff)
                .query(String.class)
                .optional()
                .isEmpty();
    }

    private Set<String> held(String staff) {
        return Set.copyOf(sql.sql("SELECT role FROM directory.staff_role WHERE staff = ?")
                .param(staff)
                .query(String.class)
                .list());
    }
}
