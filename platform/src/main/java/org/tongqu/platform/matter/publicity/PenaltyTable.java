package org.tongqu.platform.matter.publicity;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.publicity.TakeRefusal.Fault;
import org.tongqu.platform.matter.publicity.internal.PenaltyColumns;
import org.tongqu.platform.matter.publicity.internal.PenaltyDeeds;
import org.tongqu.platform.matter.publicity.internal.PenaltySheet;
import org.tongqu.platform.matter.publicity.internal.PenaltyStore;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.sheets.SheetReader;
import org.tongqu.platform.operate.sheets.SheetRow;
import org.tongqu.platform.operate.sheets.SheetWriter;
import org.tongqu.platform.operate.sheets.Taken;
import org.tongqu.platform.operate.sheets.Unreadable;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.identity.SignedIn;

/**
 * Penalty decisions from a table with the columns of the national list. All of it is taken, or nothing and every wrong cell
 * is named. What is registered already and says the same stays as it is; what says something else is told and left alone.
 */
@Service
public class PenaltyTable {

    private static final int LISTED = 100;

    private final PenaltyColumns columns;
    private final PenaltyStore store;
    private final PenaltyDeeds deeds;
    private final PublicityTerms terms;
    private final Access access;
    private final Clock clock;

    PenaltyTable(
            PenaltyColumns columns,
            PenaltyStore store,
            PenaltyDeeds deeds,
            PublicityTerms terms,
            Access access,
            Clock clock) {
        this.columns = columns;
        this.store = store;
        this.deeds = deeds;
        this.terms = terms;
        this.access = access;
        this.clock = clock;
    }

    /** Registers what the own organisation decided; from now on it owes that each is published. */
    @Transactional
    public Outcome<Taken, TakeRefusal> take(SignedIn.Officer who, byte[] file) {
        if (access.mayAct(who, who.organisation(), Penalties.ROLES)
                instanceof Outcome.Refused<SignedIn.Officer, AccessRefusal>(var why)) {
            return Outcome.refused(new TakeRefusal.MayNot(why));
        }
        return SheetReader.read(file)
                .<TakeRefusal>mapRefusal(TakeRefusal.NotRead::new)
                .then(rows ->
                        rows.isEmpty() ? Outcome.refused(new TakeRefusal.NotRead(Unreadable.EMPTY)) : take(who, rows));
    }

    private Outcome<Taken, TakeRefusal> take(SignedIn.Officer who, List<SheetRow> rows) {
        var sheet = new PenaltySheet(
                columns, terms, who.organisation(), LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE));
        var lines = sheet.read(rows);
        if (!sheet.faults().isEmpty()) {
            return refused(sheet.faults());
        }
        store.hold(who.organisation());
        var known = new HashMap<String, Penalty>();
        store.known(
                        who.organisation(),
                        lines.stream().map(line -> line.decided().number()).toList())
                .forEach(penalty -> known.put(penalty.decided().number(), penalty));
        var faults = new ArrayList<Fault>();
        var fresh = new ArrayList<Penalty>();
        for (var line : lines) {
            var before = Optional.ofNullable(known.get(line.decided().number()));
            before.flatMap(old -> otherwise(old, line.decided()))
                    .ifPresent(kind -> faults.add(sheet.number(line, kind)));
            if (before.isEmpty()) {
                fresh.add(registered(who.organisation(), line.decided()));
            }
        }
        if (!faults.isEmpty()) {
            return refused(faults);
        }
        store.add(fresh);
        var taken = new Taken(fresh.size(), 0, lines.size() - fresh.size());
        deeds.taken(who, fresh, taken, clock.instant());
        return Outcome.done(taken);
    }

    /** How what is known differs from what the table says; nothing where it does not. */
    private static Optional<String> otherwise(Penalty known, Penalty.Decided said) {
        if (known.standing().withdrawn().isPresent()) {
            return Optional.of("repaired");
        }
        return PenaltySheet.same(known.decided(), said) ? Optional.empty() : Optional.of("otherwise");
    }

    private Penalty registered(String organisation, Penalty.Decided decided) {
        var noon = decided.on().atTime(LocalTime.NOON).atZone(WorkingCalendar.ZONE);
        return new Penalty(
                UUID.randomUUID().toString(),
                decided,
                organisation,
                deeds.division(organisation),
                new Penalty.Term(
                        clock.instant(),
                        deeds.due(noon.toInstant()),
                        terms.until(decided.on(), decided.ruling().severity())),
                Penalty.Standing.REGISTERED);
    }

    private static Outcome<Taken, TakeRefusal> refused(List<Fault> faults) {
        var listed = faults.subList(0, Math.min(LISTED, faults.size()));
        return Outcome.refused(new TakeRefusal.Faulty(listed, faults.size() - listed.size()));
    }

    /** A table with the headings only. */
    public void writeEmpty(SheetForm form, OutputStream out) throws IOException {
        try (var sheet = SheetWriter.to(form, out, "CF")) {
            sheet.line(columns.codes());
            sheet.line(columns.names());
        }
    }
}
