package org.tongqu.platform.trust.identity.internal;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.IdentitySettings;
import org.tongqu.platform.trust.identity.SignInCommand;
import org.tongqu.platform.trust.identity.SignInRefusal;
import org.tongqu.platform.trust.identity.StartedSession;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/**
 * Letting somebody in. Every way through does the same work, one look-up, two counts, one hash, so that the time taken
 * does not tell whether a name has an account; and no connection to the store is held while the hash is computed.
 */
@Component
public class SignIns {

    private final AccountStore accounts;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final IdentitySettings settings;
    private final Clock clock;

    SignIns(
            AccountStore accounts,
            Attempts attempts,
            Passwords passwords,
            Sessions sessions,
            Journal journal,
            TransactionTemplate transactions,
            IdentitySettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.journal = journal;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    public Outcome<StartedSession, SignInRefusal> signIn(SignInCommand command) {
        var account = accounts.findByName(command.door(), command.name()).filter(it -> it.door() == command.door());
        var address = "address:" + command.from().address();
        var name = account.map(it -> "account:" + it.id())
                .orElseGet(() ->
                        "name:" + command.door() + ":" + command.name().strip().toLowerCase(Locale.ROOT));
        var fromHere = attempts.count(address, settings.tries().perAddress());
        if (fromHere.isTooMany()) {
            return Outcome.refused(new SignInRefusal.TooManyFromHere(fromHere.lockedUntil()));
        }
        var withName = attempts.count(name, settings.tries().perName());
        if (withName.isTooMany()) {
            return Outcome.refused(new SignInRefusal.Locked(withName.lockedUntil()));
        }
        if (!fits(account, command.password())) {
            wrong(account, command);
            return Outcome.refused(
                    withName.left() == 0
                            ? new SignInRefusal.Locked(withName.lockedUntil())
                            : new SignInRefusal.WrongNameOrPassword(withName.left()));
        }
        attempts.forget(name);
        attempts.giveBack(address);
        return Outcome.done(start(account.orElseThrow(), command));
    }

    private boolean fits(Optional<StoredAccount> account, String password) {
        if (password.length() > PasswordPolicy.MOST) {
            passwords.fitsNobody("");
            return false;
        }
        if (account.isEmpty()) {
            passwords.fitsNobody(password);
            return false;
        }
        return passwords.fits(password, account.get().password());
    }

    private StartedSession start(StoredAccount account, SignInCommand command) {
        return Optional.ofNullable(transactions.execute(status -> {
                    var who = sessions.person(account);
                    var token = sessions.start(account.id(), command.from());
                    accounts.signedIn(account.id(), clock.instant());
                    journal.append(sessions.started(who, command.from()));
                    return new StartedSession(token, who, isDue(account));
                }))
                .orElseThrow();
    }

    private boolean isDue(StoredAccount account) {
        return account.door() == Door.OFFICER && settings.staff().isTooOld(account.passwordSetAt(), clock.instant());
    }

    /** Wrong tries on a real account are the account's own business and are written down; other names are not. */
    private void wrong(Optional<StoredAccount> account, SignInCommand command) {
        transactions.executeWithoutResult(status -> account.ifPresent(it -> journal.append(Entry.of(
                        clock.instant(),
                        Entry.Doer.SYSTEM,
                        "identity.wrong-password",
                        new Entry.Subject("account", it.id()))
                .with(Datum.empty().with("address", Datum.of(command.from().address()))))));
    }
}
