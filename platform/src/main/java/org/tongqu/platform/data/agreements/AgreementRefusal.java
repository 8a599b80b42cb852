package org.tongqu.platform.data.agreements;

import java.util.Map;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Why nothing was asked for, or nothing done. */
public sealed interface AgreementRefusal {

    /** No such agreement or resource for this officer. */
    record Gone() implements AgreementRefusal {}

    record MayNot(AccessRefusal why) implements AgreementRefusal {}

    /** The agreement has gone on since. */
    record Elsewhere(Agreement.State state) implements AgreementRefusal {}

    /** The resource is not shared. @param basis the law that says so */
    record NotShared(String basis) implements AgreementRefusal {}

    /** It is the department's own resource. */
    record OwnResource() implements AgreementRefusal {}

    /** There is one for the same, in force or on its way. */
    record HasOne(String id) implements AgreementRefusal {}

    /** What is wrong with the form, by field. */
    record Faulty(Map<String, Wrong> faults) implements AgreementRefusal {
        public Faulty {
            faults = Map.copyOf(faults);
        }
    }

    enum Wrong implements Coded {
        MISSING,
        TOO_LONG,
        NOT_A_DAY,
        NOT_AFTER,
        TOO_FAR,
        NOT_A_COUNT,
        NOT_IN_RESOURCE
    }
}
