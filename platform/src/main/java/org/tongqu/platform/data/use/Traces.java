package org.tongqu.platform.data.use;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.golden.Concerned.Kind;
import org.tongqu.platform.data.golden.StoredRecords;
import org.tongqu.platform.data.use.internal.CheckTraces;
import org.tongqu.platform.data.use.internal.FormTraces;
import org.tongqu.platform.data.use.internal.TraceStore;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.SignedIn;

/** Who looked at my data: for the person themselves, and for firms whose legal representative they are. */
@Service
public class Traces {

    private final TraceStore store;
    private final StoredRecords records;
    private final Accounts accounts;
    private final FormTraces forms;
    private final CheckTraces checks;

    Traces(TraceStore store, StoredRecords records, Accounts accounts, FormTraces forms, CheckTraces checks) {
        this.store = store;
        this.forms = forms;
        this.checks = checks;
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

    /** Leaves a trace with each whom a form took something of, in the transaction in which it is handed in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handedIn(FormUse use) {
        forms.write(use);
    }

    /** Leaves a trace with each whom a form that is being filled in speaks of, once for each draft. */
    @Transactional
    public void filledIn(DraftUse use) {
        forms.write(use);
    }

    /** Leaves a trace with each person of whom deliveries were asked, in the transaction in which they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void checked(CheckUse use) {
        checks.write(use);
    }

    /** By which the traces of the person are found, and those of firms with which firm it is. */
    private Map<String, Optional<Trace.Firm>> subjects(SignedIn.Citizen who) {
        var person = new Concerned(Kind.PERSON, accounts.citizenNumber(who).value());
        var registers = records.knowing(person).stream().map(Register::code).toList();
        Map<String, Optional<Trace.Firm>> subjects = new LinkedHashMap<>();
        for (var represented : records.representedBy(person)) {
            var firm = new Trace.Firm(represented.firm().number(), represented.name());
            store.ofAll(List.of(represented.register())).forEach(subject -> subjects.put(subject, Optional.empty()));
            store.of(represented.firm()).forEach(subject -> subjects.put(subject, Optional.of(firm)));
        }
        store.ofAll(registers).forEach(subject -> subjects.put(subject, Optional.empty()));
        store.of(person).forEach(subject -> subjects.put(subject, Optional.empty()));
        return subjects;
    }
}
