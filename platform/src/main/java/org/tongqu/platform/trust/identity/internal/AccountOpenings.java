package org.tongqu.platform.trust.identity.internal;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.PersonName;
import org.tongqu.platform.trust.directory.Administrator;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.NewStaff;
import org.tongqu.platform.trust.identity.OneTimePassword;
import org.tongqu.platform.trust.identity.OpeningRefusal;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/**
 * Accounts and passwords given out by the system administrator. What is asked of whoever does it is asked here. A
 * password is hashed before the transaction, and leaves in the answer alone.
 */
@Component
public class AccountOpenings {

    private final Directory directory;
    private final AccountStore accounts;
    private final Passwords passwords;
    private final LentPasswords lent;
    private final Sessions sessions;
    private final Writing writing;

    AccountOpenings(
            Directory directory,
            AccountStore accounts,
            Passwords passwords,
            LentPasswords lent,
            Sessions sessions,
            Writing writing) {
        this.directory = directory;
        this.accounts = accounts;
        this.passwords = passwords;
        this.lent = lent;
        this.sessions = sessions;
        this.writing = writing;
    }

    /** What an act is written down with. */
    @Component
    record Writing(Journal journal, TransactionTemplate transactions, Clock clock) {

        void write(Entry.Doer who, String verb, String account, String why, Datum details) {
            var entry = Entry.of(clock.instant(), who, verb, new Entry.Subject("account", account))
                    .with(details);
            journal.append(why.isBlank() ? entry : entry.because(why.strip()));
        }
    }

    public Outcome<OneTimePassword, OpeningRefusal> hire(SignedIn who, NewStaff typed, String why) {
        var refusal = refusal(who, typed.number(), Set.of(), why)
                .or(() -> unfit(typed))
                .or(() -> unfit(typed.signInName()));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var person = new Staff(typed.number(), typed.name(), typed.organisation(), typed.post(), Set.of());
        return give(new Opening(who, person, typed.signInName(), why, true));
    }

    public Outcome<OneTimePassword, OpeningRefusal> open(SignedIn who, String staff, String typed, String why) {
        var name = typed.strip().toLowerCase(Locale.ROOT);
        var person = directory.findStaff(staff);
        var refusal = refusal(who, staff, person.map(Staff::roles).orElse(Set.of()), why)
                .or(() -> person.isEmpty() ? Optional.of(new OpeningRefusal.NoSuchPerson()) : unfit(name));
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : give(new Opening(who, person.orElseThrow(), name, why, false));
    }

    public Outcome<OneTimePassword, OpeningRefusal> resetPassword(SignedIn who, String staff, String why) {
        var person = directory.findStaff(staff);
        var refusal = refusal(who, staff, person.map(Staff::roles).orElse(Set.of()), why);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return lend(who.doer(), () -> accounts.holdOfStaff(staff), why)
                .<Outcome<OneTimePassword, OpeningRefusal>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new OpeningRefusal.NoSuchPerson()));
    }

    /** The same from outside the pages, for whoever has that sign-in name. */
    public Optional<OneTimePassword> resetFor(Entry.Doer operator, String signInName) {
        return lend(operator, () -> accounts.holdOfName(signInName.strip().toLowerCase(Locale.ROOT)), "");
    }

    private Optional<OneTimePassword> lend(Entry.Doer who, Supplier<Optional<StoredAccount>> held, String why) {
        var password = lent.fresh();
        var hash = passwords.hash(password);
        return answer(writing.transactions()
                .execute(status -> held.get().map(account -> {
                    accounts.lendPassword(account.id(), hash, writing.clock().instant());
                    sessions.endAll(account.id());
                    writing.write(who, "identity.reset-password", account.id(), why, Datum.empty());
                    return new OneTimePassword(String.valueOf(account.signInName()), password);
                })));
    }

    /** Makes an account from outside the pages; the person is in the directory, and the name is nobody's. */
    public OneTimePassword openFor(Entry.Doer operator, Staff person, String signInName) {
        var password = lent.fresh();
        var hash = passwords.hash(password);
        writing.transactions().executeWithoutResult(status -> write(operator, person, signInName, "", hash));
        return new OneTimePassword(signInName, password);
    }

    public boolean hasAccount(String staff) {
        return accounts.holdOfStaff(staff).isPresent();
    }

    public Optional<String> findHolder(String signInName) {
        return accounts.holdOfName(signInName).map(StoredAccount::staff);
    }

    /** @param isNew the person is put into the directory first */
    private record Opening(SignedIn who, Staff person, String signInName, String why, boolean isNew) {}

    private Outcome<OneTimePassword, OpeningRefusal> give(Opening opening) {
        var password = lent.fresh();
        var hash = passwords.hash(password);
        try {
            return answer(writing.transactions().execute(status -> {
                var refusal = taken(opening);
                if (refusal.isPresent()) {
                    return Outcome.refused(refusal.get());
                }
                if (opening.isNew()) {
                    directory.put(opening.person());
                }
                write(opening.who().doer(), opening.person(), opening.signInName(), opening.why(), hash);
                return Outcome.done(new OneTimePassword(opening.signInName(), password));
            }));
        } catch (DuplicateKeyException quicker) {
            return Outcome.refused(new OpeningRefusal.SignInNameTaken());
        }
    }

    private Optional<OpeningRefusal> taken(Opening opening) {
        var number = opening.person().id();
        if (opening.isNew() && directory.findStaff(number).isPresent()) {
            return Optional.of(new OpeningRefusal.NumberTaken());
        }
        if (accounts.holdOfStaff(number).isPresent()) {
            return Optional.of(new OpeningRefusal.HasAccount());
        }
        return accounts.isNameTaken(opening.signInName())
                ? Optional.of(new OpeningRefusal.SignInNameTaken())
                : Optional.empty();
    }

    private void write(Entry.Doer who, Staff person, String signInName, String why, String hash) {
        var id = "o-" + UUID.randomUUID();
        accounts.addOfficer(new StoredAccount(
                id,
                Door.OFFICER,
                person.name(),
                person.id(),
                signInName,
                hash,
                writing.clock().instant(),
                true));
        var details = Datum.empty()
                .with("staff", Datum.of(person.id()))
                .with("organisation", Datum.of(person.organisation()))
                .with("post", Datum.of(person.post()))
                .with("signInName", Datum.of(signInName));
        writing.write(who, "identity.open-account", id, why, details);
    }

    private static <T> T answer(@org.jspecify.annotations.Nullable T answer) {
        return Optional.ofNullable(answer).orElseThrow();
    }

    private static Optional<OpeningRefusal> refusal(SignedIn who, String staff, Set<String> roles, String why) {
        if (!(who instanceof SignedIn.Officer officer) || !officer.has(Administrator.SYSTEM.role())) {
            return Optional.of(new OpeningRefusal.NotTheSystemAdministrator());
        }
        if (officer.staff().equals(staff)) {
            return Optional.of(new OpeningRefusal.OfOneself());
        }
        if (Administrator.among(roles)
                .filter(kind -> kind != Administrator.SYSTEM)
                .isPresent()) {
            return Optional.of(new OpeningRefusal.OfAnotherAdministrator());
        }
        return why.isBlank() ? Optional.of(new OpeningRefusal.ReasonMissing()) : Optional.empty();
    }

    private Optional<OpeningRefusal> unfit(NewStaff typed) {
        if (!NewStaff.isNumber(typed.number())) {
            return Optional.of(new OpeningRefusal.NumberUnfit());
        }
        if (PersonName.parse(typed.name()) instanceof Outcome.Refused) {
            return Optional.of(new OpeningRefusal.PersonNameUnfit());
        }
        return directory.posts(typed.organisation()).stream()
                        .anyMatch(post -> post.code().equals(typed.post()))
                ? Optional.empty()
                : Optional.of(new OpeningRefusal.NoSuchPost());
    }

    private static Optional<OpeningRefusal> unfit(String signInName) {
        return NewStaff.isSignInName(signInName) ? Optional.empty() : Optional.of(new OpeningRefusal.SignInNameUnfit());
    }
}
