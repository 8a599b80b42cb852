package org.tongqu.platform.data.use;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.golden.Concerned.Kind;
import org.tongqu.platform.data.golden.StoredRecords;
import org.tongqu.platform.data.use.internal.TraceStore;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.SignedIn;

/** Who looked at my data: for the person themselves, and for firms whose legal representative they are. */
@Service
public class Traces {

    private final TraceStore store;
    private final StoredRecords records;
    private final Accounts accounts;

    Traces(TraceStore store, StoredRecords records, Accounts accounts) {
        this.store = store;
        this.records = records;
        this.accounts = accounts;
    }

    /** Uses of the person's data, and of whole registers in which they stand; the newest first, older than the one with this id. */
    @Transactional(readOnly = true)
    public List<Trace> list(SignedIn.Citizen who, long before, int limit) {
        return store.list(subjects(who), who.account(), before, limit);
    }

    @Transactional(readOnly = true)
    public Optional<Trace> find(SignedIn.Citizen who, long id) {
        return store.find(subjects(who), who.account(), id);
    }

    private String[] subjects(SignedIn.Citizen who) {
        var person = new Concerned(Kind.PERSON, accounts.citizenNumber(who).value());
        var registers = records.knowing(person).stream().map(Register::code).toList();
        var own = Arrays.stream(store.subjects(person, registers));
        var firms = records.representedBy(person).stream()
                .flatMap(firm -> Arrays.stream(store.subjects(firm.firm(), List.of(firm.register()))));
        return Stream.concat(own, firms).distinct().toArray(String[]::new);
    }
}
