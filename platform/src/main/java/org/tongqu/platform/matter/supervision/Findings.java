package org.tongqu.platform.matter.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.supervision.Level;
import org.tongqu.engines.supervision.WatchRule;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.casework.PlayedCase;
import org.tongqu.platform.matter.supervision.internal.DutyWatch;
import org.tongqu.platform.matter.supervision.internal.FindingStore;
import org.tongqu.platform.matter.supervision.internal.RuleBook;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.identity.SignedIn;

/** What rules found. Who asks sees the organisations in reach and no others. */
@Service
public class Findings {

    private final FindingStore store;
    private final DutyWatch duties;
    private final RuleBook rules;
    private final Casework casework;
    private final Access access;

    Findings(FindingStore store, DutyWatch duties, RuleBook rules, Casework casework, Access access) {
        this.store = store;
        this.duties = duties;
        this.rules = rules;
        this.casework = casework;
        this.access = access;
    }

    @Transactional(readOnly = true)
    public FindingPage page(SignedIn.Officer who, FindingFilter filter, Optional<String> after) {
        return store.page(access.scope(who), filter, after);
    }

    /** How many there are of each level. */
    @Transactional(readOnly = true)
    public Map<Level, Long> counts(SignedIn.Officer who, FindingFilter filter) {
        return store.counts(access.scope(who), filter);
    }

    /** One finding with the events it came from. */
    @Transactional(readOnly = true)
    public Optional<FoundEvidence> evidence(SignedIn.Officer who, String id) {
        return uuid(id).flatMap(known -> store.find(access.scope(who), known))
                .flatMap(row -> casework.findPlayed(who, row.matter().caseId())
                        .map(played -> evidence(row, played))
                        .or(() -> ofDuty(row)));
    }

    private Optional<FoundEvidence> ofDuty(FindingRow row) {
        return uuid(row.matter().caseId())
                .flatMap(duties::find)
                .map(duty -> new FoundEvidence(
                        row, rules.find(row.matter().packId(), row.rule()), List.of(), Optional.of(duty)));
    }

    /** Every rule there is, of the platform and of its services. */
    public List<WatchRule> rules() {
        return rules.all();
    }

    private FoundEvidence evidence(FindingRow row, PlayedCase played) {
        var rule = rules.find(row.matter().packId(), row.rule());
        var lines = new ArrayList<FoundEvidence.Line>();
        IntStream.rangeClosed(1, played.events().size()).forEach(number -> {
            var event = played.events().get(number - 1);
            var hit = row.events().contains(number);
            if (hit || belongs(row, rule, event)) {
                lines.add(new FoundEvidence.Line(number, event, hit));
            }
        });
        return new FoundEvidence(row, rule, lines, Optional.empty());
    }

    /** What else happened to the thing it is about. */
    private static boolean belongs(FindingRow row, Optional<WatchRule> rule, CaseEvent event) {
        if (rule.filter(WatchRule.SkippedStep.class::isInstance).isPresent()) {
            return event instanceof CaseEvent.TaskCompleted;
        }
        if (row.subject().isEmpty()) {
            return event instanceof CaseEvent.TaskOpened opened && opened.performer() instanceof Performer.Applicant
                    || event instanceof CaseEvent.SupplementAsked;
        }
        return Events.clockOf(event)
                        .or(() -> Events.taskOf(event))
                        .filter(row.subject()::equals)
                        .isPresent()
                || row.subject().equals("step." + Events.taskOf(event).orElse(""));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
