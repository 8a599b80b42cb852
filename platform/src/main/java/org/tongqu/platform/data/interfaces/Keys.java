package org.tongqu.platform.data.interfaces;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.proof.Digest;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.Agreements;
import org.tongqu.platform.data.agreements.PermitRefusal;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.interfaces.internal.KeyStore;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** The verbs of keys: given to the consumer under an agreement in force, taken back by either side. */
@Service
public class Keys {

    private static final String BEGINNING = "tq_";
    private static final int BYTES = 32;
    private static final int SHOWN = 9;
    private static final int LONGEST_LABEL = 60;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyStore store;
    private final Agreements agreements;
    private final Access access;
    private final Journal journal;
    private final Clock clock;

    Keys(KeyStore store, Agreements agreements, Access access, Journal journal, Clock clock) {
        this.store = store;
        this.agreements = agreements;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    /** A key that was just made. @param token to be shown this once; only its digest is kept */
    public record Given(Key key, String token) {

        @Override
        public String toString() {
            return "Given[key=" + key + "]";
        }
    }

    /** @param label which system will use it @param last its last day */
    public record Wanted(String agreement, String label, LocalDate last) {}

    @Transactional
    public Outcome<Given, KeyRefusal> give(SignedIn.Officer who, Wanted wanted) {
        var found = agreements.find(wanted.agreement());
        if (found.isEmpty()) {
            return Outcome.refused(new KeyRefusal.UnknownAgreement());
        }
        var agreement = found.get();
        var now = clock.instant();
        return access.mayAct(who, agreement.parties().consumer(), Endpoints.KEEPERS)
                .<KeyRefusal>mapRefusal(KeyRefusal.MayNot::new)
                .then(officer -> permitted(agreement, wanted, now))
                .map(permitted -> made(who, permitted, wanted, now));
    }

    private Outcome<Agreement, KeyRefusal> permitted(Agreement agreement, Wanted wanted, Instant now) {
        if (agreements.permit(agreement.id(), now) instanceof Outcome.Refused<?, PermitRefusal>(var why)) {
            return Outcome.refused(new KeyRefusal.NotPermitted(why));
        }
        if (wanted.label().isBlank() || wanted.label().length() > LONGEST_LABEL) {
            return Outcome.refused(new KeyRefusal.LabelWrong());
        }
        var today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        return wanted.last().isBefore(today)
                        || wanted.last().isAfter(agreement.terms().ends())
                ? Outcome.refused(new KeyRefusal.ExpiryWrong())
                : Outcome.done(agreement);
    }

    private Given made(SignedIn.Officer who, Agreement agreement, Wanted wanted, Instant now) {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        var token = BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var key = new Key(
                0,
                token.substring(0, SHOWN),
                new Key.Under(
                        agreement.id(),
                        agreement.subject().resource(),
                        agreement.parties().consumer(),
                        agreement.parties().provider()),
                wanted.label().strip(),
                new Key.Made(who.staff(), who.name(), now),
                wanted.last().plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant(),
                Optional.empty());
        var kept = store.insert(key, digest(token));
        tell(who, kept, "interfaces.key-give");
        return new Given(kept, token);
    }

    /** By which a key is found again. */
    public static byte[] digest(String token) {
        return Digest.of(token).bytes();
    }

    /** Takes a key back; the next call with it is refused. */
    @Transactional
    public Outcome<Key, KeyRefusal> revoke(SignedIn.Officer who, long id) {
        var found = store.find(id);
        if (found.isEmpty()) {
            return Outcome.refused(new KeyRefusal.UnknownKey());
        }
        var key = found.get();
        var refusal = refusal(who, key);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (store.revoke(id, clock.instant())) {
            tell(who, key, "interfaces.key-revoke");
        }
        return Outcome.done(key);
    }

    private Optional<KeyRefusal> refusal(SignedIn.Officer who, Key key) {
        var answers = Stream.of(key.under().consumer(), key.under().provider())
                .map(side -> access.mayAct(who, side, Endpoints.KEEPERS))
                .toList();
        return answers.stream().anyMatch(answer -> answer instanceof Outcome.Done) || who.has(Compiling.AUTHORITY)
                ? Optional.empty()
                : answers.getFirst().fold(officer -> Optional.empty(), why -> Optional.of(new KeyRefusal.MayNot(why)));
    }

    /** Whether the officer may take the key back. */
    public boolean isRevocable(SignedIn.Officer who, Key key) {
        return refusal(who, key).isEmpty();
    }

    /** Whether a program shows a key that can be used. */
    public boolean isKnown(String token) {
        return !token.isEmpty()
                && store.find(digest(token))
                        .filter(key -> key.isAlive(clock.instant()))
                        .isPresent();
    }

    /** Keys of agreements of which the officer may see one side, the newest first, older than the one with this id. */
    @Transactional(readOnly = true)
    public List<Key> list(SignedIn.Officer who, long before, int limit) {
        return store.list(access.scope(who), before, limit);
    }

    private void tell(SignedIn.Officer who, Key key, String verb) {
        journal.append(Entry.of(
                        clock.instant(), who.doer(), verb, new Entry.Subject("interface-key", String.valueOf(key.id())))
                .under(key.under().agreement())
                .with(Datum.empty()
                        .with("resource", Datum.of(key.under().resource().value()))
                        .with("consumer", Datum.of(key.under().consumer()))
                        .with("about", Datum.of(key.label()))));
    }
}
