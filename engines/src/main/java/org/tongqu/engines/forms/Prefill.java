package org.tongqu.engines.forms;

import java.time.LocalDate;
import java.util.Optional;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;

/** Asks the registers for what the government already knows, so that nobody is asked twice. */
public interface Prefill {

    /** Knows nothing; every question is asked. */
    Prefill NONE = (source, subject) -> Optional.empty();

    /** @param source register and field, e.g. {@code population.name} */
    Optional<Prefilled> find(String source, PrefillSubject subject);

    /**
     * A known value, where it comes from and the day it was last confirmed there.
     *
     * @param teller who told the register, e.g. the police; empty where the register does not know
     */
    record Prefilled(Datum value, String source, LocalDate asOf, Optional<Label> teller) {

        public Prefilled(Datum value, String source, LocalDate asOf) {
            this(value, source, asOf, Optional.empty());
        }
    }

    /**
     * Whom the facts are about: the person who signed in. Of a firm they name by its code only what is public is filled
     * in, and of a person they name it is only compared whether both say the same; the pack's checks see to it.
     */
    record PrefillSubject(Kind kind, String identifier) {

        /** Which identifier it is: that of a person or that of an organisation. */
        public enum Kind {
            CITIZEN,
            ORGANISATION
        }
    }
}
