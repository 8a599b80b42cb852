package org.tongqu.platform.trust.identity.internal;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.IdentitySettings;
import org.tongqu.platform.trust.identity.PasswordRefusal;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Changing one's own password. */
@Component
public class PasswordChanges {

    private final AccountStore accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final IdentitySettings settings;
    private final Clock clock;

    PasswordChanges(
            AccountStore accounts,
            Passwords passwords,
            Sessions sessions,
            Journal journal,
            TransactionTemplate transactions,
            IdentitySettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.journal = journal;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    public Optional<PasswordRefusal> change(SignedIn who, String present, String next, String currentToken) {
        var account = accounts.find(who.account()).orElseThrow();
        if (!passwords.fits(present, account.password())) {
            return Optional.of(new PasswordRefusal.PresentIsWrong());
        }
        var telling = Stream.of(account.name(), account.signInName())
                .filter(Objects::nonNull)
                .toList();
        var weak = PasswordPolicy.findRefusal(account.door(), next, telling);
        if (weak.isPresent()) {
            return weak;
        }
        var kept = account.door() == Door.OFFICER ? settings.staff().passwordsRemembered() : 1;
        if (wasUsed(account, next, kept)) {
            return Optional.of(new PasswordRefusal.UsedBefore(kept));
        }
        var hash = passwords.hash(next);
        transactions.executeWithoutResult(status -> {
            accounts.changePassword(account.id(), hash, clock.instant());
            sessions.endOthers(account.id(), currentToken);
            journal.append(Entry.of(
                    clock.instant(),
                    who.doer(),
                    "identity.change-password",
                    new Entry.Subject("account", account.id())));
        });
        return Optional.empty();
    }

    private boolean wasUsed(StoredAccount account, String next, int kept) {
        List<String> past = accounts.pastPasswords(account.id(), kept - 1);
        return Stream.concat(Stream.of(account.password()), past.stream()).anyMatch(hash -> passwords.fits(next, hash));
    }
}
