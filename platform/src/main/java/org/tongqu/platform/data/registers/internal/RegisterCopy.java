package org.tongqu.platform.data.registers.internal;

import java.time.Clock;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.platform.data.registers.RegisterLoad.NewFirm;
import org.tongqu.platform.data.registers.RegisterLoad.NewPerson;
import org.tongqu.platform.operate.store.CopyStream;
import org.tongqu.platform.trust.seals.Seals;

/** Copies records into empty tables. */
@Component
public class RegisterCopy {

    private static final int CHUNK = 10_000;

    private final JdbcClient sql;
    private final CopyStream copy;
    private final PersonSeals seals;
    private final Clock clock;

    RegisterCopy(JdbcClient sql, CopyStream copy, Seals seals, Clock clock) {
        this.sql = sql;
        this.copy = copy;
        this.seals = PersonSeals.of(seals);
        this.clock = clock;
    }

    private record SealedPerson(NewPerson person, byte[] index, byte[] number, byte[] address, byte[] phone) {}

    public void persons(int count, IntFunction<NewPerson> at, String source, LongConsumer done) {
        var now = clock.instant();
        try (var rows = copy.into("registers.person (number_index, number_sealed, name, sex, born_on, division,"
                + " address_sealed, phone_sealed, valid_from, recorded_at, source)")) {
            for (int from = 0; from < count; from += CHUNK) {
                var sealed = IntStream.range(from, Math.min(count, from + CHUNK))
                        .parallel()
                        .mapToObj(index -> sealed(at.apply(index)))
                        .toList();
                for (var row : sealed) {
                    var number = row.person().number();
                    rows.bytes(row.index())
                            .bytes(row.number())
                            .text(row.person().name().value())
                            .text(number.sex() == CitizenNumber.Sex.MALE ? "1" : "2")
                            .day(number.birth())
                            .text(row.person().division().value())
                            .bytes(row.address())
                            .bytes(row.phone())
                            .day(row.person().since())
                            .moment(now)
                            .text(source)
                            .end();
                }
                done.accept(Math.min(count, from + CHUNK));
            }
            rows.finish();
        }
    }

    private SealedPerson sealed(NewPerson person) {
        return new SealedPerson(
                person,
                seals.number().index(person.number().value()),
                seals.number().seal(person.number().value()),
                seals.address().seal(person.address()),
                seals.phone().seal(person.phone().value()));
    }

    public void firms(int count, IntFunction<NewFirm> at, String source, LongConsumer done) {
        var now = clock.instant();
        try (var rows = copy.into("registers.legal_person (code, name, kind, representative, capital, industry, scope,"
                + " division, address, registrar, registrar_code, established_on, status, valid_from, recorded_at,"
                + " source)")) {
            for (int from = 0; from < count; from += CHUNK) {
                IntStream.range(from, Math.min(count, from + CHUNK))
                        .parallel()
                        .mapToObj(at)
                        .toList()
                        .forEach(firm -> {
                            put(rows, firm);
                            rows.day(firm.establishedOn())
                                    .moment(now)
                                    .text(source)
                                    .end();
                        });
                done.accept(Math.min(count, from + CHUNK));
            }
            rows.finish();
        }
        codesUsed(count);
    }

    public void codesUsed(long last) {
        sql.sql(
                        "SELECT setval('registers.organisation_code', greatest(?, last_value)) FROM registers.organisation_code")
                .param(last)
                .query(Long.class)
                .single();
    }

    private static void put(CopyStream.Rows rows, NewFirm firm) {
        rows.text(firm.code().value())
                .text(firm.names().name())
                .text(firm.names().kind())
                .text(firm.names().representative())
                .text(firm.business().capital().toPlainString())
                .text(firm.business().industry())
                .text(firm.business().scope())
                .text(firm.seat().division().value())
                .text(firm.seat().address())
                .text(firm.seat().registrar())
                .text(firm.seat().registrarCode())
                .day(firm.establishedOn())
                .text(firm.names().status());
    }
}
