package org.tongqu.platform.trust.identity.internal;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.IdentitySettings;
import org.tongqu.platform.trust.identity.SignInCommand;
import org.tongqu.platform.trust.identity.StartedSession;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** What is written when somebody was let in, or was not. */
@Component
class Admissions {

    private final AccountStore accounts;
    private final Sessions sessions;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final IdentitySettings settings;
    private final Clock clock;

    Admissions(
            AccountStore accounts,
            Sessions sessions,
            Journal journal,
            TransactionTemplate transactions,
            IdentitySettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.journal = journal;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    StartedSession start(StoredAccount account, SignInCommand command) {
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
        return account.isForOnce()
                || account.door() == Door.OFFICER
                        && settings.staff().isTooOld(account.passwordSetAt(), clock.instant());
    }

    /** Wrong tries on a real account are the account's own business and are written down; other names are not. */
    void wrong(Optional<StoredAccount> account, SignInCommand command) {
        transactions.executeWithoutResult(status -> account.ifPresent(it -> journal.append(Entry.of(
                        clock.instant(),
                        Entry.Doer.SYSTEM,
                        "identity.wrong-password",
                        new Entry.Subject("account", it.id()))
                .with(Datum.empty().with("address", Datum.of(command.from().address()))))));
    }
}
