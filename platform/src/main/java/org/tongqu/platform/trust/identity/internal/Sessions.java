package org.tongqu.platform.trust.identity.internal;

import static org.tongqu.platform.operate.store.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.IdentitySettings;
import org.tongqu.platform.trust.identity.SessionState;
import org.tongqu.platform.trust.identity.SessionView;
import org.tongqu.platform.trust.identity.SignInCommand.Browser;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** The table of sessions. Nothing of it is kept in memory, so that signing out acts at once in every process. */
@Component
public class Sessions {

    private static final Duration SEEN_EXACTLY_TO = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final Clock clock;
    private final IdentitySettings settings;
    private final Directory directory;
    private final Journal journal;

    Sessions(JdbcClient sql, Clock clock, IdentitySettings settings, Directory directory, Journal journal) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
        this.directory = directory;
        this.journal = journal;
    }

    private record Row(
            long id,
            Instant startedAt,
            Instant seenAt,
            Instant endsAt,
            boolean ended,
            String account,
            Door door,
            String name,
            @Nullable String staff,
            Instant passwordSetAt,
            boolean passwordIsForOnce,
            boolean disabled) {}

    String start(String account, Browser from) {
        var token = SessionToken.fresh();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        sql.sql("""
                INSERT INTO identity.session (token, account, started_at, seen_at, ends_at, address, agent)
                VALUES (:token, :account, :now, :now, :ends, :address, :agent)
                """)
                .param("token", SessionToken.hash(token))
                .param("account", account)
                .param("now", now)
                .param("ends", now.plus(settings.longest()))
                .param("address", from.address())
                .param("agent", from.agent())
                .update();
        return token;
    }

    public SessionState look(String token) {
        var hash = SessionToken.hash(token);
        var found = sql.sql("""
                SELECT s.id, s.started_at, s.seen_at, s.ends_at, s.ended_at, s.account, a.door, a.name, a.staff,
                       a.password_set_at, a.password_once, a.disabled_at
                  FROM identity.session s JOIN identity.account a ON a.id = s.account WHERE s.token = :token
                """)
                .param("token", hash)
                .query((row, number) -> row(row))
                .optional();
        return found.<SessionState>map(row -> state(row, hash)).orElseGet(SessionState.Unknown::new);
    }

    private SessionState state(Row row, byte[] hash) {
        var now = clock.instant();
        var alive = !row.ended()
                && !row.disabled()
                && now.isBefore(row.endsAt())
                && now.isBefore(row.seenAt().plus(settings.idle()));
        var who = alive ? person(row) : Optional.<SignedIn>empty();
        if (who.isEmpty()) {
            return new SessionState.Ended(row.account(), row.door());
        }
        if (!now.isBefore(row.seenAt().plus(SEEN_EXACTLY_TO))) {
            see(hash, now);
        }
        return new SessionState.Alive(row.id(), who.get(), isDue(row));
    }

    /** As of the beginning: nobody is stopped in the middle of their work, a session is short enough. */
    private boolean isDue(Row row) {
        return row.passwordIsForOnce()
                || row.door() == Door.OFFICER && settings.staff().isTooOld(row.passwordSetAt(), row.startedAt());
    }

    SignedIn person(StoredAccount account) {
        return person(account.id(), account.name(), account.staff())
                .orElseThrow(() -> new IllegalStateException("Nobody in the directory is " + account.staff()));
    }

    private Optional<SignedIn> person(Row row) {
        return person(row.account(), row.name(), row.staff());
    }

    private Optional<SignedIn> person(String account, String name, @Nullable String staff) {
        if (staff == null) {
            return Optional.of(new SignedIn.Citizen(account, name));
        }
        return directory
                .findStaff(staff)
                .map(at -> new SignedIn.Officer(account, at.id(), at.name(), at.organisation(), at.roles()));
    }

    private void see(byte[] hash, Instant now) {
        sql.sql("UPDATE identity.session SET seen_at = :now WHERE token = :token AND seen_at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("token", hash)
                .update();
    }

    @Transactional
    public void signOut(String token) {
        var ended = sql.sql("""
                UPDATE identity.session s SET ended_at = :now, ended_why = 'signed-out'
                  FROM identity.account a
                 WHERE s.token = :token AND s.ended_at IS NULL AND a.id = s.account
                RETURNING s.id, a.id AS account, a.name, a.staff
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("token", SessionToken.hash(token))
                .query((row, number) -> entry(row, "identity.sign-out"))
                .optional();
        ended.ifPresent(journal::append);
    }

    private Entry entry(ResultSet row, String verb) throws SQLException {
        var staff = row.getString("staff");
        var account = row.getString("account");
        return Entry.of(
                clock.instant(),
                new Entry.Doer(staff == null ? account : staff, row.getString("name")),
                verb,
                new Entry.Subject("session", Long.toString(row.getLong("id"))));
    }

    public List<SessionView> of(String account, String currentToken) {
        var now = clock.instant();
        var current = SessionToken.hash(currentToken);
        return sql.sql("""
                SELECT token, id, started_at, seen_at, address, agent FROM identity.session
                 WHERE account = :account AND ended_at IS NULL AND ends_at > :now AND seen_at > :idle
                 ORDER BY started_at DESC, id DESC LIMIT 100
                """)
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("idle", now.minus(settings.idle()).atOffset(ZoneOffset.UTC))
                .query((row, number) -> view(row, current))
                .list();
    }

    @Transactional
    public boolean end(SignedIn who, long session) {
        var ended = sql.sql("""
                UPDATE identity.session SET ended_at = :now, ended_why = 'ended-by-owner'
                 WHERE id = :id AND account = :account AND ended_at IS NULL
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", session)
                .param("account", who.account())
                .update();
        if (ended == 1) {
            journal.append(Entry.of(
                    clock.instant(),
                    who.doer(),
                    "identity.end-session",
                    new Entry.Subject("session", Long.toString(session))));
        }
        return ended == 1;
    }

    /** Ends all sessions of the account, because an administrator wanted it. */
    void endAll(String account) {
        sql.sql("""
                UPDATE identity.session SET ended_at = :now, ended_why = 'ended-by-admin'
                 WHERE account = :account AND ended_at IS NULL
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", account)
                .update();
    }

    /** Ends all sessions of the account but the one that did it. */
    int endOthers(String account, String currentToken) {
        return sql.sql("""
                UPDATE identity.session SET ended_at = :now, ended_why = 'password-changed'
                 WHERE account = :account AND ended_at IS NULL AND token <> :token
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", account)
                .param("token", SessionToken.hash(currentToken))
                .update();
    }

    /** Rows of sessions that ended long ago; what happened in them stands in the journal. */
    int purge(Instant before) {
        return sql.sql("DELETE FROM identity.session WHERE ends_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What is written about a session when it starts. */
    Entry started(SignedIn who, Browser from) {
        return Entry.of(clock.instant(), who.doer(), "identity.sign-in", new Entry.Subject("account", who.account()))
                .with(Datum.empty().with("address", Datum.of(from.address())));
    }

    private static SessionView view(ResultSet row, byte[] current) throws SQLException {
        return new SessionView(
                row.getLong("id"),
                instant(row, "started_at"),
                instant(row, "seen_at"),
                row.getString("address"),
                row.getString("agent"),
                Arrays.equals(row.getBytes("token"), current));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                instant(row, "started_at"),
                instant(row, "seen_at"),
                instant(row, "ends_at"),
                row.getObject("ended_at") != null,
                row.getString("account"),
                Door.valueOf(row.getString("door").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                row.getString("staff"),
                instant(row, "password_set_at"),
                row.getBoolean("password_once"),
                row.getObject("disabled_at") != null);
    }
}
