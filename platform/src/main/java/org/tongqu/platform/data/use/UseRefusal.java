package org.tongqu.platform.data.use;

import java.time.Duration;
import java.util.Optional;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.interfaces.CallRefusal;

/** Why nothing of a register was given. */
public sealed interface UseRefusal {

    /** Key, agreement or purpose do not let through. */
    record AtTheGate(CallRefusal why) implements UseRefusal {}

    /**
     * @param detail what it depends on, as the words of the reason use it: names and places, never a value that was asked
     * @param again after how long it may be tried again; empty when trying again changes nothing
     */
    record Here(Why why, String detail, Optional<Duration> again) implements UseRefusal {

        static Here of(Why why, String detail) {
            return new Here(why, detail, Optional.empty());
        }
    }

    /** The reasons, each with the status it is answered with. */
    enum Why implements Coded {
        REGISTER_UNKNOWN(404),
        /** The key's resource is not read from this register. */
        OTHER_REGISTER(403),
        BODY_WRONG(400),
        RECORDS_NONE(400),
        RECORDS_TOO_MANY(400),
        IDENTIFIER_MISSING(400),
        CLAIMS_MISSING(400),
        FIELD_UNKNOWN(400),
        FIELD_NOT_AGREED(403),
        CASE_WRONG(400),
        POSITION_WRONG(400),
        WAIT_WRONG(400),
        TOO_OFTEN(429),
        /** Too many are being answered at this moment. */
        BUSY(503),
        NOT_WRITTEN(503);

        private final int status;

        Why(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** As the journal says it. */
    default String code() {
        return switch (this) {
            case AtTheGate(var refusal) -> refusal.why().code();
            case Here(var why, var detail, var again) -> why.code();
        };
    }
}
