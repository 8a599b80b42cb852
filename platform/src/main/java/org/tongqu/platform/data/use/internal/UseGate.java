package org.tongqu.platform.data.use.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.agreements.Agreement.Granted;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.interfaces.Admission;
import org.tongqu.platform.data.interfaces.CallRefusal;
import org.tongqu.platform.data.interfaces.Key;
import org.tongqu.platform.data.use.Caller;
import org.tongqu.platform.data.use.Offer;
import org.tongqu.platform.data.use.UseLimits;
import org.tongqu.platform.data.use.UseRefusal;
import org.tongqu.platform.data.use.UseRefusal.Why;
import org.tongqu.platform.operate.store.Together;
import org.tongqu.platform.operate.web.Buckets;

/** Lets a system through to a register: key, agreement, purpose, the register that the agreement's resource is read from. */
@Component
public class UseGate {

    private static final Pattern MATTER = Pattern.compile("[A-Za-z0-9-]{0,40}");
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final int AGREEMENTS = 10_000;

    private final GoldenRegisters registers;
    private final Together<ResourceCode, Offer> offers;
    private final Buckets paces;
    private final int perMinute;

    UseGate(GoldenRegisters registers, OfferStore offers, UseLimits limits) {
        this.registers = registers;
        this.offers = new Together<>(offers::find);
        this.perMinute = limits.perMinute();
        this.paces = new Buckets(perMinute, AGREEMENTS);
    }

    /**
     * What is open to whoever was let through.
     *
     * @param granted how each item leaves, by field of the resource
     * @param rows how many records a run may take; none when not limited
     */
    public record Open(Register register, Key key, Offer offer, Map<String, Masking> granted, OptionalLong rows) {

        /** Attributes that were agreed, in the order of the register. */
        public List<Attribute> attributes() {
            return register.attributes().stream()
                    .filter(attribute -> masking(attribute.name()).isPresent())
                    .toList();
        }

        /** Of so many records no more than the agreement lets one run take. */
        public int most(int wanted) {
            return (int) Math.min(wanted, rows.orElse(Long.MAX_VALUE));
        }

        /** How the attribute, or the identifier, leaves; empty when it was not agreed. */
        public Optional<Masking> masking(String attribute) {
            return offer.item(attribute).map(granted::get);
        }
    }

    /** The register, when the key that was shown opens it. */
    public Outcome<Open, UseRefusal> open(Caller caller, Admission.Shown shown) {
        return shown.pass()
                .<UseRefusal>mapRefusal(UseRefusal.AtTheGate::new)
                .then(pass -> opened(caller, shown.key(), pass));
    }

    private Outcome<Open, UseRefusal> opened(Caller caller, Key key, Admission.Pass pass) {
        if (!MATTER.matcher(caller.matter()).matches()) {
            return refused(Why.CASE_WRONG, "");
        }
        var register = registers.find(caller.register());
        if (register.isEmpty()) {
            return refused(Why.REGISTER_UNKNOWN, "");
        }
        if (!paces.take(key.under().agreement() + " " + caller.register(), System.nanoTime())) {
            return Outcome.refused(new UseRefusal.Here(
                    Why.TOO_OFTEN, String.valueOf(perMinute), Optional.of(A_MINUTE.dividedBy(perMinute))));
        }
        var offer = offers.find(key.under().resource())
                .filter(found -> found.register().equals(caller.register()));
        if (offer.isEmpty()) {
            return refused(Why.OTHER_REGISTER, key.under().resource().value());
        }
        var granted = pass.permit().items().stream().collect(Collectors.toMap(Granted::field, Granted::masking));
        return Outcome.done(new Open(
                register.get(), key, offer.get(), granted, pass.permit().rows()));
    }

    /** Whether these attributes of the register may be verified: all that was agreed, unless it leaves as a token only. */
    public static Optional<UseRefusal> verifiable(Open open, Collection<String> attributes) {
        return refusal(open, attributes, masking -> masking != Masking.HASHED);
    }

    /** Whether these attributes of the register may be taken. */
    public static Optional<UseRefusal> readable(Open open, Collection<String> attributes) {
        return refusal(open, attributes, masking -> true);
    }

    private static Optional<UseRefusal> refusal(
            Open open, Collection<String> attributes, java.util.function.Predicate<Masking> enough) {
        var register = open.register();
        for (var name : attributes) {
            if (!name.equals(register.identifier().name())
                    && register.findAttribute(name).isEmpty()) {
                return Optional.of(new UseRefusal.Here(Why.FIELD_UNKNOWN, shortened(name), Optional.empty()));
            }
            if (open.masking(name).filter(enough).isEmpty()) {
                return Optional.of(new UseRefusal.Here(Why.FIELD_NOT_AGREED, name, Optional.empty()));
            }
        }
        return Optional.empty();
    }

    public static <T> Outcome<T, UseRefusal> refused(Why why, String detail) {
        return Outcome.refused(new UseRefusal.Here(why, detail, Optional.empty()));
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) : name;
    }

    /** Refused for being too many, calls are counted and not each written down. */
    static boolean isCountedOnly(String refused) {
        return refused.equals(Why.TOO_OFTEN.code()) || refused.equals(CallRefusal.Why.TOO_OFTEN.code());
    }
}
