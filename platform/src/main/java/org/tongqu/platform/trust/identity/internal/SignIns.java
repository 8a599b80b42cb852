package org.tongqu.platform.trust.identity.internal;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.trust.identity.IdentitySettings;
import org.tongqu.platform.trust.identity.SignInCommand;
import org.tongqu.platform.trust.identity.SignInRefusal;
import org.tongqu.platform.trust.identity.StartedSession;

/**
 * Letting somebody in. Every way through does the same work, one look-up, two counts, one hash, so that the time taken
 * does not tell whether a name has an account; and no connection to the store is held while the hash is computed.
 */
@Component
public class SignIns {

    private final AccountStore accounts;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Admissions admissions;
    private final IdentitySettings settings;
    private final Clock clock;

    SignIns(
            AccountStore accounts,
            Attempts attempts,
            Passwords passwords,
            Admissions admissions,
            IdentitySettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.admissions = admissions;
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
            admissions.wrong(account, command);
            return Outcome.refused(
                    withName.left() == 0
                            ? new SignInRefusal.Locked(withName.lockedUntil())
                            : new SignInRefusal.WrongNameOrPassword(withName.left()));
        }
        attempts.forget(name);
        attempts.giveBack(address);
        if (account.filter(this::isTooOld).isPresent()) {
            return Outcome.refused(new SignInRefusal.OneTimePasswordTooOld());
        }
        return Outcome.done(admissions.start(account.orElseThrow(), command));
    }

    private boolean isTooOld(StoredAccount account) {
        return account.isForOnce() && settings.staff().isGivenTooLongAgo(account.passwordSetAt(), clock.instant());
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
}
