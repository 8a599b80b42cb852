package org.tongqu.platform.matter.licences;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.licences.internal.LicenceStore;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** The verbs of licences. */
@Service
public class Licences {

    private final LicenceStore licences;
    private final Journal journal;
    private final Clock clock;

    Licences(LicenceStore licences, Journal journal, Clock clock) {
        this.licences = licences;
        this.journal = journal;
        this.clock = clock;
    }

    /** Why a licence was not withdrawn. */
    public sealed interface RevokeRefusal {

        record NoSuchLicence() implements RevokeRefusal {}

        record RevokedBefore(Licence.Revoked before) implements RevokeRefusal {}

        /** Only the organisation that issued it can withdraw it. */
        record NotTheIssuer(String issuerName) implements RevokeRefusal {}

        record ReasonMissing() implements RevokeRefusal {}
    }

    /** The licence whose code somebody has read from paper or screen. Anybody may ask. */
    @Transactional(readOnly = true)
    public Optional<Licence> findByToken(String token) {
        return licences.findByToken(token);
    }

    /** The licences of this number or identifier, the newest first. Anybody may ask who knows the whole number. */
    @Transactional(readOnly = true)
    public List<Licence> findByNumber(String number) {
        return licences.ofNumber(number.strip());
    }

    /** One page of all there are, the newest first. @param next where the next page begins; empty on the last */
    public record Listed(List<Licence> rows, Optional<String> next) {
        public Listed {
            rows = List.copyOf(rows);
        }
    }

    /** For everybody to read. @param words a part of the holder's name, or the whole number; empty for all @param most on the page */
    @Transactional(readOnly = true)
    public Listed issued(String words, Optional<String> after, int most) {
        return licences.page(words.strip(), after, most);
    }

    /** What somebody was handed out, the newest first. */
    @Transactional(readOnly = true)
    public List<Licence> licencesOf(SignedIn.Citizen who) {
        return licences.ofHolder(who.account());
    }

    /** What was handed out in a case. Whoever asks has been found to be allowed to see the case. */
    @Transactional(readOnly = true)
    public List<Licence> licencesOf(String caseId) {
        return licences.ofCase(UUID.fromString(caseId));
    }

    /** Withdraws a licence (撤销): from now on its check says so and why. */
    @Transactional
    public Outcome<Licence, RevokeRefusal> revoke(SignedIn.Officer who, String identifier, String why) {
        var found = licences.findForUpdate(identifier);
        if (found.isEmpty()) {
            return Outcome.refused(new RevokeRefusal.NoSuchLicence());
        }
        var licence = found.get();
        if (!licence.issuer().code().equals(who.organisation())) {
            return Outcome.refused(
                    new RevokeRefusal.NotTheIssuer(licence.issuer().name()));
        }
        if (licence.revoked().isPresent()) {
            return Outcome.refused(
                    new RevokeRefusal.RevokedBefore(licence.revoked().get()));
        }
        if (why.isBlank()) {
            return Outcome.refused(new RevokeRefusal.ReasonMissing());
        }
        var now = clock.instant();
        licences.revoke(identifier, new Licence.Revoked(now, why));
        journal.append(Entry.of(now, who.doer(), "licences.revoke", new Entry.Subject("licence", identifier))
                .because(why));
        return Outcome.done(licences.findForUpdate(identifier).orElseThrow());
    }
}
