package org.tongqu.engines.packs.reading;

import java.util.ArrayList;
import java.util.List;
import org.tongqu.engines.forms.MaterialAsk;
import org.tongqu.engines.packs.DocumentTemplate;
import org.tongqu.engines.packs.FactField;
import org.tongqu.engines.packs.KnownFacts;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;

/** What documents, registers and lists show must be known, and fit to be shown. */
final class FactChecks {

    private final Parts parts;
    private final Problems problems;

    FactChecks(Parts parts, Problems problems) {
        this.parts = parts;
        this.problems = problems;
    }

    void check() {
        bodies();
        var results = parts.results();
        for (var document : results.documents()) {
            var owner = "document." + document.id();
            document.fields().forEach(field -> {
                var spot = results.spot(owner + "." + field.name());
                known(field.from(), spot);
                if (isOpen(field) && sensitivity(field.from()) == Sensitivity.SENSITIVE) {
                    problems.error(spot, "document-sensitive", field.from());
                }
            });
            if (document.numbering().scheme() == DocumentTemplate.Scheme.UNIFIED_SOCIAL_CREDIT_CODE) {
                known(
                        document.numbering().settings().getOrDefault("division", ""),
                        results.spot(owner + ".number.division"));
            }
            typeCode(document, results.spot(owner + ".typeCode"));
        }
        for (var write : results.registerWrites()) {
            var owner = "register." + write.id() + ".";
            known(write.identifier(), results.spot(owner + "identifier"));
            write.entries().forEach(entry -> known(entry.from(), results.spot(owner + entry.field())));
        }
        for (var list : results.publications()) {
            list.fields().forEach(field -> {
                var spot = results.spot("publication." + list.id() + "." + field.name());
                known(field.from(), spot);
                var sensitivity = sensitivity(field.from());
                if (isOpen(field) && sensitivity.compareTo(Sensitivity.PERSONAL) >= 0) {
                    problems.error(spot, "publication-personal", field.from());
                }
            });
        }
    }

    /** What a body sees is named as the form names it, and the body as the process does. */
    private void bodies() {
        var kinds = parts.process().process().organisationKinds();
        var papers =
                parts.form().form().materials().stream().map(MaterialAsk::id).toList();
        for (var body : parts.results().bodies()) {
            var spot = parts.results().spot("body." + body.kind());
            if (!kinds.contains(body.kind())) {
                problems.error(spot, "body-unknown", body.kind(), Nearest.to(body.kind(), kinds));
            }
            body.answers().forEach(path -> known("answers." + path, spot));
            body.papers().stream()
                    .filter(id -> !papers.contains(id))
                    .forEach(id -> problems.error(spot, "body-paper", body.kind(), id, Nearest.to(id, papers)));
        }
    }

    private static boolean isOpen(FactField field) {
        return field.show() != FactField.Show.MASKED;
    }

    private Sensitivity sensitivity(String path) {
        return KnownFacts.find(parts.schema(), path).orElse(Sensitivity.PUBLIC);
    }

    private void known(String path, Spot spot) {
        if (KnownFacts.find(parts.schema(), path).isEmpty()) {
            List<String> all = new ArrayList<>();
            KnownFacts.ofEveryCase().forEach(all::add);
            parts.schema().properties().keySet().forEach(name -> all.add("answers." + name));
            problems.error(spot, "fact-unknown", path, Nearest.to(path, all));
        }
    }

    private void typeCode(DocumentTemplate document, Spot spot) {
        var code = document.typeCode();
        if (!code.matches("[0-9A-Z]{18}[0-9]{3}")
                || UnifiedSocialCreditCode.parse(code.substring(0, 18)) instanceof Outcome.Refused<?, ?>) {
            problems.error(spot, "document-type-code", code);
        }
    }
}
