package org.tongqu.platform.trust.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.trust.directory.Administrator;
import org.tongqu.platform.trust.identity.LockRefusal;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.identity.StaffAccount;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Locks and unlocks accounts of staff; what is asked of whoever does it is asked here, beside the statement. */
@Component
public class AccountLocks {

    private final JdbcClient sql;
    private final Journal journal;
    private final Clock clock;

    AccountLocks(JdbcClient sql, Journal journal, Clock clock) {
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
    }

    public Map<String, StaffAccount> of(List<String> staff) {
        return sql.sql("""
                SELECT staff, sign_in_name, password_set_at, last_sign_in_at, disabled_at
                  FROM identity.account WHERE staff = ANY (?)
                """).param(staff.toArray(String[]::new)).query((row, number) -> account(row)).list().stream()
                .collect(Collectors.toUnmodifiableMap(StaffAccount::staff, Function.identity()));
    }

    @Transactional
    public Optional<LockRefusal> lock(SignedIn who, String staff, String why) {
        return switch (lockable(who, staff, why, "disabled_at IS NULL")) {
            case Outcome.Refused<String, LockRefusal>(var reason) -> Optional.of(reason);
            case Outcome.Done<String, LockRefusal>(var account) -> {
                shut(account);
                write(who, "identity.lock", account, why);
                yield Optional.empty();
            }
        };
    }

    private void shut(String account) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        sql.sql("UPDATE identity.account SET disabled_at = :now WHERE id = :id")
                .param("now", now)
                .param("id", account)
                .update();
        sql.sql("""
                UPDATE identity.session SET ended_at = :now, ended_why = 'ended-by-admin'
                 WHERE account = :id AND ended_at IS NULL
                """).param("now", now).param("id", account).update();
    }

    @Transactional
    public Optional<LockRefusal> unlock(SignedIn who, String staff, String why) {
        return switch (lockable(who, staff, why, "disabled_at IS NOT NULL")) {
            case Outcome.Refused<String, LockRefusal>(var reason) -> Optional.of(reason);
            case Outcome.Done<String, LockRefusal>(var account) -> {
                sql.sql("UPDATE identity.account SET disabled_at = NULL WHERE id = ?")
                        .param(account)
                        .update();
                write(who, "identity.unlock", account, why);
                yield Optional.empty();
            }
        };
    }

    /** @param state what must be so now, else somebody was quicker */
    private Outcome<String, LockRefusal> lockable(SignedIn who, String staff, String why, String state) {
        if (!(who instanceof SignedIn.Officer officer) || !officer.has(Administrator.SYSTEM.role())) {
            return Outcome.refused(new LockRefusal.NotTheSystemAdministrator());
        }
        if (officer.staff().equals(staff)) {
            return Outcome.refused(new LockRefusal.OfOneself());
        }
        if (why.isBlank()) {
            return Outcome.refused(new LockRefusal.ReasonMissing());
        }
        var found = sql.sql("SELECT id, (" + state + ") AS so FROM identity.account WHERE staff = ? FOR UPDATE")
                .param(staff)
                .query((row, number) -> row.getBoolean("so")
                        ? Outcome.<String, LockRefusal>done(row.getString("id"))
                        : Outcome.<String, LockRefusal>refused(new LockRefusal.SoAlready()))
                .optional();
        return found.orElseGet(() -> Outcome.refused(new LockRefusal.NoAccount()));
    }

    private void write(SignedIn who, String verb, String account, String why) {
        journal.append(Entry.of(clock.instant(), who.doer(), verb, new Entry.Subject("account", account))
                .because(why.strip()));
    }

    private static StaffAccount account(ResultSet row) throws SQLException {
        return new StaffAccount(
                row.getString("staff"),
                row.getString("sign_in_name"),
                row.getObject("password_set_at", OffsetDateTime.class).toInstant(),
                moment(row, "last_sign_in_at"),
                moment(row, "disabled_at"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
