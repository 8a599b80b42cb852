package org.tongqu.platform.operate.setup;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.operate.setup.internal.Checks;
import org.tongqu.platform.operate.setup.internal.Tables;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.OneTimePassword;
import org.tongqu.platform.trust.identity.OperatorAccounts;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** The verbs of setting up. All of a folder is taken over, or nothing and every reason is told. */
@Service
public class Setup {

    private final Directory directory;
    private final Checks checks;
    private final OperatorAccounts accounts;
    private final Journal journal;
    private final Clock clock;

    Setup(Directory directory, Checks checks, OperatorAccounts accounts, Journal journal, Clock clock) {
        this.directory = directory;
        this.checks = checks;
        this.accounts = accounts;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Takes over {@code organisations.csv}, {@code posts.csv} and {@code people.csv} of the folder; a table that is not
     * there changes nothing. What is known already is renamed and moved as the tables say, and keeps its roles.
     *
     * @throws java.io.UncheckedIOException when a table cannot be read
     */
    @Transactional
    public Outcome<SetUp, List<Problem>> takeOver(Path folder) {
        var reading = Tables.read(folder);
        var problems = reading.problems().isEmpty() ? checks.of(reading.tables()) : reading.problems();
        return problems.isEmpty() ? Outcome.done(write(reading.tables())) : Outcome.refused(problems);
    }

    private SetUp write(Tables tables) {
        tables.organisationsParentsFirst().forEach(directory::put);
        tables.posts().forEach(row -> directory.put(row.value()));
        tables.people().forEach(row -> directory.put(known(row.value().person())));
        var openings = tables.people().stream()
                .map(Tables.Row::value)
                .filter(one -> !one.signInName().isEmpty()
                        && !accounts.hasAccount(one.person().id()))
                .map(one -> new OperatorAccounts.Opening(one.person(), one.signInName()))
                .toList();
        var passwords = accounts.open(openings);
        journal.append(Entry.of(
                        clock.instant(),
                        OperatorAccounts.OPERATOR,
                        "setup.take-over",
                        new Entry.Subject("directory", ""))
                .with(Datum.empty()
                        .with("organisations", Datum.of(tables.organisations().size()))
                        .with("posts", Datum.of(tables.posts().size()))
                        .with("people", Datum.of(tables.people().size()))
                        .with("accounts", Datum.of(passwords.size()))));
        return new SetUp(
                tables.organisations().size(),
                tables.posts().size(),
                tables.people().size(),
                passwords);
    }

    /** Who is there already keeps the roles they hold. */
    private Staff known(Staff person) {
        return directory
                .findStaff(person.id())
                .map(there ->
                        new Staff(person.id(), person.name(), person.organisation(), person.post(), there.roles()))
                .orElse(person);
    }

    /** A password for once for an officer who cannot get in, and whom no administrator can help; empty for a name nobody has. */
    public Optional<OneTimePassword> lend(String signInName) {
        return accounts.reset(signInName);
    }
}
