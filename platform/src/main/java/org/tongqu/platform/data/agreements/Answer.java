package org.tongqu.platform.data.agreements;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is said along with an act; each act reads what it needs.
 *
 * @param maskings how each item that is given leaves; those not named are not given. For {@link AgreementAct#AGREE}
 * @param until for {@link AgreementAct#RENEW}
 */
public record Answer(String why, Map<String, Masking> maskings, OptionalLong rows, Optional<LocalDate> until) {

    public Answer {
        maskings = Map.copyOf(maskings);
    }

    public static Answer saying(String why) {
        return new Answer(why, Map.of(), OptionalLong.empty(), Optional.empty());
    }

    public static Answer giving(Map<String, Masking> maskings, OptionalLong rows) {
        return new Answer("", maskings, rows, Optional.empty());
    }

    public static Answer until(LocalDate day) {
        return new Answer("", Map.of(), OptionalLong.empty(), Optional.of(day));
    }
}
