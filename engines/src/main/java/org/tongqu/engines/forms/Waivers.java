package org.tongqu.engines.forms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongqu.engines.forms.MaterialAsk.Proof;
import org.tongqu.engines.forms.Prefill.PrefillSubject;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.identity.CitizenNumber;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;

/** Whether registers know what a material would prove. */
final class Waivers {

    private final Datum.Fields answers;
    private final Prefill prefill;
    private final PrefillSubject signedIn;

    Waivers(Datum.Fields answers, Prefill prefill, PrefillSubject signedIn) {
        this.answers = answers;
        this.prefill = prefill;
        this.signedIn = signedIn;
    }

    /** Every single proof must hold; of a group every row must be proved by one of them. */
    boolean waive(MaterialAsk ask) {
        var ofRows = ask.waivedBy().stream()
                .filter(proof -> group(proof).isPresent())
                .collect(Collectors.groupingBy(proof -> group(proof).orElseThrow()));
        return !ask.waivedBy().isEmpty()
                && ask.waivedBy().stream()
                        .filter(proof -> group(proof).isEmpty())
                        .allMatch(proof -> holds(proof, answers, ""))
                && ofRows.entrySet().stream().allMatch(group -> everyRow(group.getKey(), group.getValue()));
    }

    /** The name of the list whose rows the proof is about. */
    private Optional<String> group(Proof proof) {
        return proof.by()
                .map(path -> path.substring(0, Math.max(0, path.indexOf('.'))))
                .filter(name -> answers.at(name) instanceof Datum.Items);
    }

    private boolean everyRow(String group, List<Proof> proofs) {
        var rows = answers.items(group);
        return !rows.isEmpty()
                && rows.stream().allMatch(row -> proofs.stream().anyMatch(proof -> holds(proof, row, group + ".")));
    }

    private boolean holds(Proof proof, Datum said, String before) {
        var whom = proof.by().isEmpty()
                ? Optional.of(signedIn)
                : proof.by()
                        .flatMap(path -> said.text(path.substring(before.length())))
                        .flatMap(Waivers::named);
        var known = whom.flatMap(subject -> prefill.find(proof.source(), subject));
        return known.isPresent()
                && proof.says()
                        .map(path -> Objects.equals(known.get().value(), said.at(path.substring(before.length()))))
                        .orElse(true);
    }

    private static Optional<PrefillSubject> named(String code) {
        if (CitizenNumber.parse(code) instanceof Outcome.Done) {
            return Optional.of(new PrefillSubject(PrefillSubject.Kind.CITIZEN, code));
        }
        return UnifiedSocialCreditCode.parse(code) instanceof Outcome.Done
                ? Optional.of(new PrefillSubject(PrefillSubject.Kind.ORGANISATION, code))
                : Optional.empty();
    }
}
