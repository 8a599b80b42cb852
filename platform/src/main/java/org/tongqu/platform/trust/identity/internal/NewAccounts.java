package org.tongqu.platform.trust.identity.internal;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.Registration;
import org.tongqu.platform.trust.identity.SignInCommand.Browser;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** Writes a new account together with its entry in the journal; the password was hashed before, without a transaction. */
@Component
class NewAccounts {

    private final AccountStore accounts;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final Clock clock;

    NewAccounts(AccountStore accounts, Journal journal, TransactionTemplate transactions, Clock clock) {
        this.accounts = accounts;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    String ofCitizen(Registration registration, String hash, Browser from) {
        var id = "c-" + UUID.randomUUID();
        var name = registration.name().value();
        transactions.executeWithoutResult(status -> {
            accounts.addCitizen(id, name, registration.number(), registration.mobile(), hash, clock.instant());
            journal.append(Entry.of(
                            clock.instant(),
                            new Entry.Doer(id, name),
                            "identity.register",
                            new Entry.Subject("account", id))
                    .with(Datum.empty().with("address", Datum.of(from.address()))));
        });
        return id;
    }

    String ofStaff(Staff person, String signInName, String hash) {
        var id = "o-" + UUID.randomUUID();
        transactions.executeWithoutResult(status -> {
            accounts.addOfficer(new StoredAccount(
                    id, Door.OFFICER, person.name(), person.id(), signInName, hash, clock.instant(), false));
            journal.append(
                    Entry.of(clock.instant(), Entry.Doer.SYSTEM, "identity.enrol", new Entry.Subject("account", id)));
        });
        return id;
    }
}
