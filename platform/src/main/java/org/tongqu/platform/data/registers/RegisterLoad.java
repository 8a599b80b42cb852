package org.tongqu.platform.data.registers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Service;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.kernel.text.MobileNumber;
import org.tongqu.kernel.text.PersonName;
import org.tongqu.platform.data.registers.internal.RegisterCopy;

/**
 * Fills empty registers with what another system hands over once: hundreds of thousands of records in one transaction,
 * without a history, because there is none. What changes afterwards goes through {@link Registers#write}.
 */
@Service
public class RegisterLoad {

    private final RegisterCopy copy;

    RegisterLoad(RegisterCopy copy) {
        this.copy = copy;
    }

    /** A person to take over. @param since when they have lived there */
    public record NewPerson(
            CitizenNumber number,
            PersonName name,
            DivisionCode division,
            String address,
            MobileNumber phone,
            LocalDate since) {}

    /** A legal person to take over. @param capital in units of 10,000 yuan */
    public record NewFirm(
            UnifiedSocialCreditCode code, Names names, Business business, Seat seat, LocalDate establishedOn) {

        /** What it is called, what it is, who stands for it. */
        public record Names(String name, String kind, String representative, String status) {}

        /** What it does and with how much. */
        public record Business(String industry, String scope, BigDecimal capital) {}

        /** Where it is, and who registered it. */
        public record Seat(DivisionCode division, String address, String registrar, String registrarCode) {}
    }

    /**
     * Takes over persons; sealing runs on all cores.
     *
     * @param at the person of each index below the count
     * @param done is told now and then how many are in the table
     */
    public void persons(int count, IntFunction<NewPerson> at, String source, LongConsumer done) {
        copy.persons(count, at, source, done);
    }

    /** Takes over legal persons, whose organisation codes are given out thereby. */
    public void firms(int count, IntFunction<NewFirm> at, String source, LongConsumer done) {
        copy.firms(count, at, source, done);
    }

    /** Codes up to this running number are taken: {@link Registers#nextOrganisationCode} goes on behind it. */
    public void codesUsed(long last) {
        copy.codesUsed(last);
    }
}
