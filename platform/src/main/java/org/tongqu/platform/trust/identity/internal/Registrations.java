package org.tongqu.platform.trust.identity.internal;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.IdentitySettings;
import org.tongqu.platform.trust.identity.KnownPersons;
import org.tongqu.platform.trust.identity.PasswordRefusal;
import org.tongqu.platform.trust.identity.Registration;
import org.tongqu.platform.trust.identity.RegistrationRefusal;
import org.tongqu.platform.trust.identity.SignInCommand.Browser;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Making accounts: citizens make their own, those of staff are made for them. */
@Component
public class Registrations {

    private final AccountStore accounts;
    private final Attempts attempts;
    private final Passwords passwords;
    private final ObjectProvider<KnownPersons> known;
    private final Directory directory;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final IdentitySettings settings;
    private final Clock clock;

    Registrations(
            AccountStore accounts,
            Attempts attempts,
            Passwords passwords,
            ObjectProvider<KnownPersons> known,
            Directory directory,
            Journal journal,
            TransactionTemplate transactions,
            IdentitySettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.known = known;
        this.directory = directory;
        this.journal = journal;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
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
                : add(registration, passwords.hash(registration.password()), from);
    }

    private boolean isConfirmed(Registration registration) {
        return known.stream()
                .flatMap(register -> register.nameOf(registration.number()).stream())
                .allMatch(registration.name()::equals);
    }

    private Outcome<String, RegistrationRefusal> add(Registration registration, String hash, Browser from) {
        var id = "c-" + UUID.randomUUID();
        try {
            transactions.executeWithoutResult(status -> {
                accounts.addCitizen(
                        id,
                        registration.name().value(),
                        registration.number(),
                        registration.mobile(),
                        hash,
                        clock.instant());
                journal.append(Entry.of(
                                clock.instant(),
                                new Entry.Doer(id, registration.name().value()),
                                "identity.register",
                                new Entry.Subject("account", id))
                        .with(Datum.empty().with("address", Datum.of(from.address()))));
            });
        } catch (DuplicateKeyException raced) {
            return Outcome.refused(new RegistrationRefusal.NumberTaken());
        }
        return Outcome.done(id);
    }

    public Outcome<String, PasswordRefusal> enrol(String staff, String signInName, String password) {
        var person = directory.staff(staff);
        var name = signInName.strip().toLowerCase(Locale.ROOT);
        Optional<PasswordRefusal> weak =
                PasswordPolicy.findRefusal(Door.OFFICER, password, List.of(name, person.name()));
        if (weak.isPresent()) {
            return Outcome.refused(weak.get());
        }
        var id = "o-" + UUID.randomUUID();
        var hash = passwords.hash(password);
        transactions.executeWithoutResult(status -> {
            accounts.addOfficer(new StoredAccount(id, Door.OFFICER, person.name(), staff, name, hash, clock.instant()));
            journal.append(
                    Entry.of(clock.instant(), Entry.Doer.SYSTEM, "identity.enrol", new Entry.Subject("account", id)));
        });
        return Outcome.done(id);
    }
}
