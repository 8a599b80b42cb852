package org.tongqu.engines.cases.process;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.operaton.bpm.model.xml.instance.DomElement;
import org.tongqu.kernel.time.Limit;

/** Reads what a user task offers and allows. */
final class StepReader {

    private final UserTask task;
    private final Problems problems;

    StepReader(UserTask task, Problems problems) {
        this.task = task;
        this.problems = problems;
    }

    List<OfferedOutcome> outcomes() {
        var outcomes = new ArrayList<OfferedOutcome>();
        for (var child : children("outcome")) {
            var outcome = outcome(child);
            if (outcomes.stream().anyMatch(before -> before.code().equals(outcome.code()))) {
                problem("outcome-twice", outcome.code());
            }
            outcomes.add(outcome);
        }
        return outcomes;
    }

    StepRules rules() {
        var supplements = ProcessBuilding.ours(task, "supplements");
        if (!Set.of("", "once", "many").contains(supplements)) {
            problem("supplements-unreadable", supplements);
        }
        return new StepRules(
                operations(),
                supplements.equals("many") ? StepRules.Supplements.MANY : StepRules.Supplements.ONCE,
                specials(),
                promise(),
                ProcessBuilding.words(ProcessBuilding.ours(task, "clocks")),
                ProcessBuilding.ours(task, "basis"));
    }

    private Set<StepRules.Operation> operations() {
        var text = ProcessBuilding.ours(task, "may");
        if (ProcessBuilding.ours(task, "performer").equals("applicant")) {
            return EnumSet.of(StepRules.Operation.RECALL);
        }
        if (text.isEmpty()) {
            return StepRules.USUAL;
        }
        var may = EnumSet.noneOf(StepRules.Operation.class);
        for (var word : ProcessBuilding.words(text)) {
            var operation = StepRules.Operation.parse(word);
            operation.ifPresent(may::add);
            if (operation.isEmpty() && !word.equals("nothing")) {
                problem("operation-unknown", word);
            }
        }
        return may;
    }

    private List<SpecialProcedure> specials() {
        var specials = new ArrayList<SpecialProcedure>();
        for (var child : children("special")) {
            var code = attribute(child, "code");
            if (!isCode(code) || attribute(child, "basis").isEmpty()) {
                problem("special-unreadable", code);
            }
            specials.add(new SpecialProcedure(code, limit(child, "limit"), attribute(child, "basis")));
        }
        return specials;
    }

    private Optional<StepRules.PromiseRule> promise() {
        var children = children("promise");
        if (children.isEmpty()) {
            return Optional.empty();
        }
        var child = children.getFirst();
        var otherwise = attribute(child, "otherwise");
        if (children.size() > 1 || !Set.of("", "withhold", "end").contains(otherwise)) {
            problem("promise-unreadable", otherwise);
        }
        return Optional.of(new StepRules.PromiseRule(
                limit(child, "within"),
                attribute(child, "remind").isEmpty() ? Optional.empty() : Optional.of(limit(child, "remind")),
                otherwise.equals("end") ? StepRules.Consequence.END : StepRules.Consequence.WITHHOLD));
    }

    private OfferedOutcome outcome(DomElement child) {
        var code = attribute(child, "code");
        if (!isCode(code)) {
            problem("outcome-unreadable", code);
        }
        var reason = attribute(child, "reason");
        if (!Set.of("", "required", "optional").contains(reason)) {
            problem("reason-unreadable", code, reason);
        }
        var once = attribute(child, "once");
        var needs = attribute(child, "needs");
        if (!Set.of("", "true", "false").contains(once)
                || !Set.of("", "promises").contains(needs)) {
            problem("outcome-rule-unreadable", code, (once + " " + needs).strip());
        }
        return new OfferedOutcome(
                code,
                ProcessBuilding.words(child.getAttribute("starts")),
                ProcessBuilding.words(child.getAttribute("ends")),
                reason.equals("required") ? OfferedOutcome.Reason.REQUIRED : OfferedOutcome.Reason.OPTIONAL,
                once.toLowerCase(Locale.ROOT).equals("true"),
                needs.equals("promises"));
    }

    private Limit limit(DomElement child, String name) {
        var text = attribute(child, name);
        return Limit.parse(text).fold(limit -> limit, refusal -> {
            problem("limit-unreadable", name, text);
            return new Limit(0, Limit.Unit.HOURS);
        });
    }

    private List<DomElement> children(String name) {
        return task.getExtensionElements() == null
                ? List.of()
                : task.getExtensionElements().getDomElement().getChildElements().stream()
                        .filter(child ->
                                Inventory.TONGQU.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()))
                        .toList();
    }

    private void problem(String code, String... args) {
        problems.of(task.getId(), code, args);
    }

    private static boolean isCode(String text) {
        return text.matches("[a-z][a-z0-9-]*");
    }

    private static String attribute(DomElement child, String name) {
        return ProcessBuilding.name(child.getAttribute(name));
    }
}
