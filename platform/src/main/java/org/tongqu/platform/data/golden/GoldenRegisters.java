package org.tongqu.platform.data.golden;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.forms.Prefill;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.golden.GoldenRecord.AsOf;
import org.tongqu.platform.data.golden.internal.Deliveries;
import org.tongqu.platform.data.golden.internal.GoldenPrefill;
import org.tongqu.platform.data.golden.internal.Merges;
import org.tongqu.platform.data.golden.internal.RecordStore;
import org.tongqu.platform.data.golden.internal.RegisterBook;
import org.tongqu.platform.trust.journal.Entry;

/** The verbs of declared registers. */
@Service
public class GoldenRegisters {

    private final RegisterBook book;
    private final RecordStore records;
    private final Merges merges;
    private final Deliveries deliveries;
    private final Clock clock;

    GoldenRegisters(RegisterBook book, RecordStore records, Merges merges, Deliveries deliveries, Clock clock) {
        this.clock = clock;
        this.book = book;
        this.records = records;
        this.merges = merges;
        this.deliveries = deliveries;
    }

    /** All that are declared, base registers first. */
    public List<Register> registers() {
        return book.all();
    }

    public Optional<Register> find(String code) {
        return book.find(code);
    }

    /** How each of them stands: how many records, from whom, how fresh. */
    @Transactional(readOnly = true)
    public List<RegisterStanding> standings() {
        return records.standings(book.all());
    }

    /**
     * Takes over what a source delivers, and makes the records anew of which it said something new. Few records are one
     * transaction; many are written piece by piece, and {@link #settle} finishes what was interrupted.
     */
    public Receipt deliver(Register register, String source, Entry.Doer by, Iterator<Delivered> delivered) {
        var receipt = deliveries.take(register, source, by, delivered);
        deliveries.settle(register);
        return receipt;
    }

    /** Takes over what a source delivers and makes no record yet: for several sources one after another. */
    public Receipt take(Register register, String source, Entry.Doer by, Iterator<Delivered> delivered) {
        return deliveries.take(register, source, by, delivered);
    }

    /** Makes the records anew of which something was said that does not show yet. */
    public void settle(Register register) {
        deliveries.settle(register);
    }

    /**
     * Answers forms from these registers, each fact with who said it and since when it is so.
     *
     * @param otherwise is asked for that of which none of them ever heard
     */
    public Prefill prefill(Prefill otherwise) {
        return new GoldenPrefill(
                book::find,
                (register, identifier) -> record(
                        register, identifier, AsOf.on(LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE))),
                otherwise);
    }

    /** The record as known on a day; of one that is merged into another, that other. */
    @Transactional(readOnly = true)
    public Optional<GoldenRecord> record(Register register, String identifier, AsOf asOf) {
        return records.find(register, identifier)
                .flatMap(thing -> records.root(thing))
                .map(thing -> records.record(register, thing, asOf, merges.of(register, thing.entity())));
    }
}
