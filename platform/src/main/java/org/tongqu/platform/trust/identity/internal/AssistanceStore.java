package org.tongqu.platform.trust.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.trust.identity.AssistRefusal;
import org.tongqu.platform.trust.identity.Assistance;
import org.tongqu.platform.trust.identity.Assistances.Window;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Who helps whom now. Nobody stands at a window for longer than two hours. */
@Component
public class AssistanceStore {

    private static final Duration LONGEST = Duration.ofHours(2);

    private final JdbcClient sql;
    private final AccountStore accounts;
    private final Journal journal;
    private final Clock clock;

    AssistanceStore(JdbcClient sql, AccountStore accounts, Journal journal, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public Outcome<SignedIn.Citizen, AssistRefusal> begin(
            SignedIn.Officer who, String typed, String name, Window window) {
        var account = accounts.findByName(Door.CITIZEN, typed);
        if (account.isEmpty()) {
            return Outcome.refused(new AssistRefusal.NoAccount());
        }
        if (!account.get().name().equals(name.strip())) {
            return Outcome.refused(new AssistRefusal.OtherName());
        }
        sql.sql("""
                INSERT INTO identity.assistance (staff, account, place, place_zh, place_en, home, begun_at)
                VALUES (:staff, :account, :place, :zh, :en, :home, :now)
                ON CONFLICT (staff) DO UPDATE SET account = excluded.account, place = excluded.place,
                    place_zh = excluded.place_zh, place_en = excluded.place_en, home = excluded.home,
                    begun_at = excluded.begun_at
                """)
                .param("staff", who.staff())
                .param("account", account.get().id())
                .param("place", window.place())
                .param("zh", window.name().zh())
                .param("en", window.name().en())
                .param("home", window.home())
                .param("now", now())
                .update();
        journal.append(Entry.of(
                        clock.instant(),
                        who.doer(),
                        "identity.assist",
                        new Entry.Subject("account", account.get().id()))
                .with(Datum.empty().with("place", Datum.of(window.place()))));
        return Outcome.done(new SignedIn.Citizen(
                account.get().id(),
                account.get().name(),
                new Assistance(
                        who.staff(),
                        who.name(),
                        window.place(),
                        window.name().zh(),
                        window.name().en())));
    }

    public Optional<SignedIn.Citizen> find(SignedIn.Officer who) {
        return sql.sql("""
                SELECT a.id, a.name, s.place, s.place_zh, s.place_en FROM identity.assistance s
                  JOIN identity.account a ON a.id = s.account
                 WHERE s.staff = ? AND s.begun_at > ? AND a.disabled_at IS NULL
                """)
                .params(who.staff(), now().minus(LONGEST))
                .query((row, number) -> new SignedIn.Citizen(
                        row.getString("id"),
                        row.getString("name"),
                        new Assistance(
                                who.staff(),
                                who.name(),
                                row.getString("place"),
                                row.getString("place_zh"),
                                row.getString("place_en"))))
                .optional();
    }

    public Optional<String> home(SignedIn.Officer who) {
        return sql.sql("SELECT home FROM identity.assistance WHERE staff = ? AND begun_at > ?")
                .params(who.staff(), now().minus(LONGEST))
                .query(String.class)
                .optional();
    }

    public void end(SignedIn.Officer who) {
        sql.sql("DELETE FROM identity.assistance WHERE staff = ?")
                .param(who.staff())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
