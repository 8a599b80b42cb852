package org.tongqu.platform.data.interfaces.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.interfaces.Asked;
import org.tongqu.platform.data.interfaces.BreakerState;
import org.tongqu.platform.data.interfaces.Call;
import org.tongqu.platform.data.interfaces.CallRefusal;
import org.tongqu.platform.data.interfaces.CallRefusal.Why;
import org.tongqu.platform.data.interfaces.Endpoint;
import org.tongqu.platform.data.interfaces.Endpoint.Need;
import org.tongqu.platform.data.interfaces.Endpoint.Parameter;
import org.tongqu.platform.data.interfaces.Key;
import org.tongqu.platform.data.interfaces.Reply;
import tools.jackson.core.JacksonException;

/**
 * One call from the key to the last byte: let through, asked at the provider's, checked, cut and covered record by record,
 * written down, and only then ended.
 */
@Component
public class Mediator {

    private static final Pattern MATTER = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

    private final Gatekeeper gate;
    private final Providers providers;
    private final CallBook book;
    private final Clock clock;

    Mediator(Gatekeeper gate, Providers providers, CallBook book, Clock clock) {
        this.gate = gate;
        this.providers = providers;
        this.book = book;
        this.clock = clock;
    }

    public BreakerState breaker(String endpoint) {
        return providers.state(endpoint);
    }

    /** See {@link org.tongqu.platform.data.interfaces.Mediation#call}. */
    public Optional<CallRefusal> call(Asked asked, Reply reply) throws IOException {
        var began = new Began(UUID.randomUUID(), clock.instant(), System.nanoTime());
        return switch (gate.recognise(asked)) {
            case Outcome.Refused<Gatekeeper.Known, CallRefusal>(var why) -> Optional.of(why);
            case Outcome.Done<Gatekeeper.Known, CallRefusal>(var known) ->
                known.endpoint().isEmpty()
                        ? Optional.of(CallRefusal.of(Why.ENDPOINT_UNKNOWN))
                        : new One(began, asked, known, known.endpoint().get(), reply).answer();
        };
    }

    private record Began(UUID id, Instant at, long nanos) {
        Duration ago() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }
    }

    /** A call whose key is known: whatever becomes of it is written down. */
    private final class One implements Providers.Reading {

        private final Began began;
        private final Asked asked;
        private final Gatekeeper.Known known;
        private final Endpoint endpoint;
        private final HeldBack held;
        private Optional<Gatekeeper.Pass> pass = Optional.empty();

        One(Began began, Asked asked, Gatekeeper.Known known, Endpoint endpoint, Reply reply) {
            this.began = began;
            this.asked = asked;
            this.known = known;
            this.endpoint = endpoint;
            this.held = new HeldBack(
                    reply,
                    new Reply.Head(began.id().toString(), known.key().under().agreement()));
        }

        Optional<CallRefusal> answer() throws IOException {
            Providers.Read read;
            try {
                var passed = gate.admit(known.key(), endpoint, asked);
                pass = Optional.of(passed);
                check();
                read = providers.ask(question(), this);
            } catch (Failed failed) {
                return refused(failed.refusal());
            }
            var size = new Call.Size(read.records(), held.bytes(), held.digest());
            if (!book.isWritten(call(Optional.empty(), size, read.provider()))) {
                return refused(CallRefusal.of(Why.NOT_WRITTEN).again(Duration.ofSeconds(5)));
            }
            held.complete();
            return Optional.empty();
        }

        private Optional<CallRefusal> refused(CallRefusal refusal) throws IOException {
            if (refusal.why() != Why.NOT_WRITTEN) {
                book.isWritten(call(Optional.of(refusal.why()), Call.Size.NONE, Duration.ZERO));
            }
            if (held.isBegun()) {
                throw new IOException(
                        "An answer was broken off: " + refusal.why().code());
            }
            return Optional.of(refusal);
        }

        private Call call(Optional<Why> why, Call.Size size, Duration provider) {
            var matter = MATTER.matcher(asked.matter()).matches() ? asked.matter() : "";
            return new Call(
                    began.id(),
                    endpoint.id(),
                    known.key(),
                    began.at(),
                    matter,
                    why,
                    size,
                    new Call.Took(began.ago(), provider));
        }

        private void check() {
            if (!asked.matter().isEmpty() && !MATTER.matcher(asked.matter()).matches()) {
                throw new Failed(CallRefusal.of(Why.CASE_WRONG));
            }
            for (var name : asked.parameters().keySet()) {
                if (endpoint.parameters().stream().noneMatch(one -> one.name().equals(name))) {
                    throw new Failed(CallRefusal.of(Why.PARAMETER_UNKNOWN, shortened(name)));
                }
            }
            for (var parameter : endpoint.parameters()) {
                check(parameter, asked.parameters().getOrDefault(parameter.name(), ""));
            }
        }

        private void check(Parameter parameter, String value) {
            if (value.isEmpty()) {
                if (parameter.need() == Need.REQUIRED) {
                    throw new Failed(CallRefusal.of(Why.PARAMETER_MISSING, parameter.name()));
                }
            } else if (value.length() > parameter.length() || !fits(parameter, value)) {
                throw new Failed(CallRefusal.of(Why.PARAMETER_WRONG, parameter.name()));
            }
        }

        private Providers.Question question() {
            Key.Under under = known.key().under();
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Tongqu-Call", began.id().toString());
            headers.put("Tongqu-Agreement", under.agreement());
            headers.put("Tongqu-Consumer", under.consumer());
            headers.put("Tongqu-Purpose", asked.purpose());
            if (!asked.matter().isEmpty()) {
                headers.put("Tongqu-Case", asked.matter());
            }
            return new Providers.Question(endpoint, known.credential(), asked.parameters(), headers);
        }

        @Override
        public long read(InputStream answer) {
            var passed = pass.orElseThrow();
            OptionalLong most = passed.permit().rows();
            try {
                return new RecordFilter(passed.shape(), endpoint.target().recordsAt(), most).pass(answer, held);
            } catch (WrongAnswer wrong) {
                throw new Failed(CallRefusal.of(Why.ANSWER_WRONG, wrong.detail()));
            } catch (JacksonException broken) {
                throw new Failed(broken(broken));
            }
        }

        private CallRefusal broken(JacksonException broken) {
            if (held.isConsumerGone()) {
                return CallRefusal.of(Why.CONSUMER_GONE);
            }
            return broken.getCause() instanceof IOException
                    ? CallRefusal.of(Why.BROKEN_OFF)
                    : CallRefusal.of(Why.ANSWER_WRONG, "not-json - 0");
        }

        @Override
        public long none() {
            return RecordFilter.none(held);
        }
    }

    private static boolean fits(Parameter parameter, String value) {
        return switch (parameter.kind()) {
            case TEXT ->
                !value.equals(".") && !value.equals("..") && value.chars().noneMatch(Character::isISOControl);
            case INTEGER -> INTEGER.matcher(value).matches();
            case DATE -> isDate(value);
        };
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value) != null;
        } catch (DateTimeParseException notADate) {
            return false;
        }
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) : name;
    }
}
