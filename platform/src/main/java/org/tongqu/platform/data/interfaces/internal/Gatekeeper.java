package org.tongqu.platform.data.interfaces.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.agreements.Agreements;
import org.tongqu.platform.data.agreements.Covering;
import org.tongqu.platform.data.agreements.Permit;
import org.tongqu.platform.data.agreements.PermitRefusal;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.catalog.Catalog;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.interfaces.Admission;
import org.tongqu.platform.data.interfaces.Asked;
import org.tongqu.platform.data.interfaces.CallRefusal;
import org.tongqu.platform.data.interfaces.CallRefusal.Why;
import org.tongqu.platform.data.interfaces.Endpoint;
import org.tongqu.platform.data.interfaces.Key;
import org.tongqu.platform.data.interfaces.Keys;
import org.tongqu.platform.data.interfaces.internal.KeyStore.Turning;
import org.tongqu.platform.operate.store.Together;
import org.tongqu.platform.operate.web.Buckets;

/**
 * Lets a call through or not. Three small questions to the store for each call, asked together with those of the other
 * calls of that moment: the key with its endpoint, the version of the agreement, the number of the published edition. What follows from them is kept in memory and worked out anew when
 * one of them differs, so that whatever is taken back, in whichever program, stops the next call.
 */
@Component
public class Gatekeeper {

    private static final int AGREEMENTS = 10_000;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Together<Turning, KeyStore.Turned> keys;
    private final Together<String, Integer> versions;
    private final Together<ResourceCode, Integer> published;
    private final KnownKeys known;
    private final Agreements agreements;
    private final Catalog catalog;
    private final Covering covering;
    private final Clock clock;
    private final Map<String, Held> permits = new ConcurrentHashMap<>();
    private final Map<ResourceCode, Edition> editions = new ConcurrentHashMap<>();
    private final Map<String, Paced> paces = new ConcurrentHashMap<>();

    Gatekeeper(KeyStore keys, KnownKeys known, Agreements agreements, Catalog catalog, Covering covering, Clock clock) {
        this.keys = new Together<>(keys::turn);
        this.versions = new Together<>(agreements::versions);
        this.published = new Together<>(catalog::publishedNumbers);
        this.known = known;
        this.agreements = agreements;
        this.catalog = catalog;
        this.covering = covering;
        this.clock = clock;
    }

    /** A permit with what it was worked out from. */
    private record Held(int version, LocalDate day, Edition edition, Permit permit, Shape shape) {}

    /** Calls of one endpoint by agreement. */
    private record Paced(int perMinute, Buckets buckets) {}

    /** A key that is known, with what was asked by it. */
    record Known(Key key, Optional<Endpoint> endpoint, String credential) {

        @Override
        public String toString() {
            return "Known[key=" + key + ", endpoint=" + endpoint + "]";
        }
    }

    /** What may be given. */
    record Pass(Permit permit, Shape shape) {}

    /** Whose key it is. */
    Outcome<Known, CallRefusal> recognise(Asked asked) {
        if (asked.token().isEmpty()) {
            return Outcome.refused(CallRefusal.of(Why.KEY_MISSING));
        }
        var digest = HexFormat.of().formatHex(Keys.digest(asked.token()));
        return keys.find(new Turning(digest, asked.endpoint()))
                .<Outcome<Known, CallRefusal>>map(
                        found -> Outcome.done(new Known(found.key(), found.endpoint(), found.credential())))
                .orElseGet(() -> Outcome.refused(CallRefusal.of(Why.KEY_UNKNOWN)));
    }

    /** @throws Failed when the call is not let through */
    Pass admit(Key key, Endpoint endpoint, Asked asked) {
        alive(key, asked);
        if (!key.under().resource().equals(endpoint.resource())) {
            throw new Failed(
                    CallRefusal.of(Why.OTHER_RESOURCE, key.under().resource().value()));
        }
        if (endpoint.state() == Endpoint.State.HALTED) {
            throw new Failed(CallRefusal.of(Why.ENDPOINT_HALTED));
        }
        pace(key, endpoint);
        var held = agreed(key, asked);
        return new Pass(held.permit(), held.shape());
    }

    /** See {@link Admission#admit}. */
    public Outcome<Admission.Shown, CallRefusal> admit(Asked asked) {
        return recognise(asked).map(known -> new Admission.Shown(known.key(), pass(known.key(), asked)));
    }

    private Outcome<Admission.Pass, CallRefusal> pass(Key key, Asked asked) {
        try {
            alive(key, asked);
            var held = agreed(key, asked);
            return Outcome.done(new Admission.Pass(held.permit(), held.edition()));
        } catch (Failed failed) {
            return Outcome.refused(failed.refusal());
        }
    }

    /** See {@link Admission#find}. */
    public Optional<Key> find(String token) {
        var asked = new Asked(token, "", "", "", Map.of());
        return switch (recognise(asked)) {
            case Outcome.Refused<Known, CallRefusal> unknown -> Optional.empty();
            case Outcome.Done<Known, CallRefusal>(var shown) ->
                Optional.of(shown.key()).filter(key -> key.isAlive(clock.instant()));
        };
    }

    private void alive(Key key, Asked asked) {
        if (key.revoked().isPresent()) {
            throw new Failed(CallRefusal.of(Why.KEY_REVOKED));
        }
        if (!key.isAlive(clock.instant())) {
            throw new Failed(CallRefusal.of(Why.KEY_EXPIRED));
        }
        known.saw(asked.token(), System.nanoTime());
    }

    private Held agreed(Key key, Asked asked) {
        var held = held(key, clock.instant());
        var purpose = Coded.find(Purpose.class, asked.purpose());
        if (purpose.isEmpty()) {
            throw new Failed(
                    CallRefusal.of(Why.PURPOSE_MISSING, held.permit().purpose().code()));
        }
        if (purpose.get() != held.permit().purpose()) {
            throw new Failed(
                    CallRefusal.of(Why.PURPOSE_OTHER, held.permit().purpose().code()));
        }
        return held;
    }

    private void pace(Key key, Endpoint endpoint) {
        var most = endpoint.limits().perMinute();
        var paced = paces.compute(
                endpoint.id(),
                (id, known) -> known != null && known.perMinute() == most
                        ? known
                        : new Paced(most, new Buckets(most, AGREEMENTS)));
        if (!paced.buckets().take(key.under().agreement(), System.nanoTime())) {
            throw new Failed(CallRefusal.of(Why.TOO_OFTEN, String.valueOf(most)).again(A_MINUTE.dividedBy(most)));
        }
    }

    private Held held(Key key, Instant now) {
        var agreement = key.under().agreement();
        var version = versions.find(agreement);
        var edition = published.find(key.under().resource());
        if (edition.isEmpty()) {
            throw new Failed(CallRefusal.of(Why.RESOURCE_RETIRED));
        }
        var day = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        var known = permits.get(agreement);
        if (known != null
                && version.isPresent()
                && known.version() == version.get()
                && known.day().equals(day)
                && known.edition().number() == edition.get()) {
            return known;
        }
        permits.remove(agreement);
        return switch (agreements.permit(agreement, now)) {
            case Outcome.Refused<Permit, PermitRefusal>(var why) -> throw new Failed(refusal(why));
            case Outcome.Done<Permit, PermitRefusal>(var permit) -> {
                var published = edition(key.under().resource(), edition.get());
                var held =
                        new Held(version.orElseThrow(), day, published, permit, Shape.of(published, permit, covering));
                permits.put(agreement, held);
                yield held;
            }
        };
    }

    private Edition edition(ResourceCode resource, int number) {
        return editions.compute(
                resource,
                (code, known) -> known != null && known.number() == number
                        ? known
                        : catalog.findPublished(code)
                                .orElseThrow(() -> new Failed(CallRefusal.of(Why.RESOURCE_RETIRED))));
    }

    private static CallRefusal refusal(PermitRefusal why) {
        return switch (why) {
            case PermitRefusal.NoAgreement() -> CallRefusal.of(Why.NOT_IN_FORCE, "");
            case PermitRefusal.NotInForce(var id, var state) -> CallRefusal.of(Why.NOT_IN_FORCE, state.code());
            case PermitRefusal.NotBegun(var id, var starts) -> CallRefusal.of(Why.NOT_BEGUN, starts.toString());
            case PermitRefusal.ItemsOutside(var id, var items) -> CallRefusal.of(Why.NOT_IN_FORCE, "");
            case PermitRefusal.ResourceRetired(var id) -> CallRefusal.of(Why.RESOURCE_RETIRED);
        };
    }
}
