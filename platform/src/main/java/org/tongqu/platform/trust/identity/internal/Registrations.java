package org.tongqu.platform.trust.identity.internal;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.IdentitySettings;
import org.tongqu.platform.trust.identity.KnownPersons;
import org.tongqu.platform.trust.identity.Registration;
import org.tongqu.platform.trust.identity.RegistrationRefusal;
import org.tongqu.platform.trust.identity.SignInCommand.Browser;

/** Accounts that citizens make for themselves. */
@Component
public class Registrations {

    private final AccountStore accounts;
    private final Attempts attempts;
    private final Passwords passwords;
    private final ObjectProvider<KnownPersons> known;
    private final NewAccounts making;
    private final IdentitySettings settings;

    Registrations(
            AccountStore accounts,
            Attempts attempts,
            Passwords passwords,
            ObjectProvider<KnownPersons> known,
            NewAccounts making,
            IdentitySettings settings) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.known = known;
        this.making = making;
        this.settings = settings;
    }

    public Outcome<String, RegistrationRefusal> register(Registration registration, Browser from) {
        var tries = attempts.count(
                "registration:" + from.address(), settings.tries().registrationsPerAddress());
        if (tries.isTooMany()) {
            return Outcome.refused(new RegistrationRefusal.TooManyFromHere(tries.lockedUntil()));
        }
        var telling = List.of(
                registration.name().value(),
                registration.number().value(),
                registration.mobile().value());
        var weak = PasswordPolicy.findRefusal(Door.CITIZEN, registration.password(), telling);
        if (weak.isPresent()) {
            return Outcome.refused(new RegistrationRefusal.WeakPassword(weak.get()));
        }
        if (!isConfirmed(registration)) {
            return Outcome.refused(new RegistrationRefusal.NotConfirmed());
        }
        if (accounts.findByNumber(registration.number()).isPresent()) {
            return Outcome.refused(new RegistrationRefusal.NumberTaken());
        }
        return accounts.findByMobile(registration.mobile()).isPresent()
                ? Outcome.refused(new RegistrationRefusal.MobileTaken())
                : add(registration, from);
    }

    private boolean isConfirmed(Registration registration) {
        return known.stream()
                .flatMap(register -> register.nameOf(registration.number()).stream())
                .allMatch(registration.name()::equals);
    }

    private Outcome<String, RegistrationRefusal> add(Registration registration, Browser from) {
        try {
            return Outcome.done(making.ofCitizen(registration, passwords.hash(registration.password()), from));
        } catch (DuplicateKeyException raced) {
            return Outcome.refused(new RegistrationRefusal.NumberTaken());
        }
    }
}
