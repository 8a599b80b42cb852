package org.tongqu.platform.data.interfaces;

import java.time.Duration;
import java.util.Optional;
import org.tongqu.platform.data.catalog.Coded;

/**
 * Why a call was not answered.
 *
 * @param detail what it depends on, as the words of the reason use it; never a value that was asked or answered
 * @param again after how long it may be tried again; empty when trying again changes nothing
 */
public record CallRefusal(Why why, String detail, Optional<Duration> again) {

    public static CallRefusal of(Why why) {
        return new CallRefusal(why, "", Optional.empty());
    }

    public static CallRefusal of(Why why, String detail) {
        return new CallRefusal(why, detail, Optional.empty());
    }

    public CallRefusal again(Duration after) {
        return new CallRefusal(why, detail, Optional.of(after));
    }

    /** Whose doing it was. */
    public enum Side {
        CONSUMER,
        PROVIDER,
        PLATFORM
    }

    /** The reasons, each with the status it is answered with. */
    public enum Why implements Coded {
        KEY_MISSING(401, Side.CONSUMER),
        KEY_UNKNOWN(401, Side.CONSUMER),
        KEY_REVOKED(401, Side.CONSUMER),
        KEY_EXPIRED(401, Side.CONSUMER),
        ENDPOINT_UNKNOWN(404, Side.CONSUMER),
        ENDPOINT_HALTED(503, Side.PROVIDER),
        OTHER_RESOURCE(403, Side.CONSUMER),
        PURPOSE_MISSING(400, Side.CONSUMER),
        PURPOSE_OTHER(403, Side.CONSUMER),
        CASE_WRONG(400, Side.CONSUMER),
        NOT_IN_FORCE(403, Side.CONSUMER),
        NOT_BEGUN(403, Side.CONSUMER),
        RESOURCE_RETIRED(403, Side.CONSUMER),
        PARAMETER_UNKNOWN(400, Side.CONSUMER),
        PARAMETER_MISSING(400, Side.CONSUMER),
        PARAMETER_WRONG(400, Side.CONSUMER),
        BODY_WRONG(400, Side.CONSUMER),
        TOO_OFTEN(429, Side.CONSUMER),
        BUSY(503, Side.PROVIDER),
        RESTING(503, Side.PROVIDER),
        TIMED_OUT(504, Side.PROVIDER),
        UNREACHABLE(502, Side.PROVIDER),
        NODE_AWAY(503, Side.PROVIDER),
        NOT_OFFERED(502, Side.PROVIDER),
        BROKEN_OFF(502, Side.PROVIDER),
        PROVIDER_REFUSED(502, Side.PROVIDER),
        PROVIDER_FAILED(502, Side.PROVIDER),
        REDIRECTED(502, Side.PROVIDER),
        ADDRESS_REFUSED(502, Side.PROVIDER),
        ANSWER_WRONG(502, Side.PROVIDER),
        ANSWER_TOO_LARGE(502, Side.PROVIDER),
        CONSUMER_GONE(499, Side.CONSUMER),
        NOT_WRITTEN(503, Side.PLATFORM);

        private final int status;
        private final Side side;

        Why(int status, Side side) {
            this.status = status;
            this.side = side;
        }

        public int status() {
            return status;
        }

        public Side side() {
            return side;
        }
    }
}
