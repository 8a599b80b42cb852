package org.tongqu.engines.cases.process;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.operaton.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.operaton.bpm.model.xml.instance.DomElement;
import org.tongqu.kernel.time.Limit;

/** Reads what a user task offers and allows. */
final class StepReader {

    private static final Pattern SHARE = Pattern.compile("([1-9][0-9]?|100)%");

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

    /** A kind of organisation, or nothing for the one that handles the case. */
    String kind(String text) {
        if (!text.isEmpty() && !isCode(text)) {
            problem("organisation-unreadable", text);
        }
        return text;
    }

    Optional<Voices> voices(List<OfferedOutcome> outcomes) {
        if (!(task.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics several)) {
            return Optional.empty();
        }
        var word = ProcessBuilding.ours(several, "decides");
        if (word.isEmpty() && several.getCompletionCondition() != null) {
            word = several.getCompletionCondition().getTextContent().strip();
        }
        var share = SHARE.matcher(word);
        var decides = share.matches() ? Optional.of(Voices.Decides.SHARE) : decides(word);
        var fixed = ProcessBuilding.words(ProcessBuilding.ours(several, "voices")).stream()
                .flatMap(voice -> voice(voice).stream())
                .toList();
        var each = ProcessBuilding.ours(several, "each");
        if (decides.isEmpty() || fixed.isEmpty() == each.isEmpty() || several.getLoopCardinality() != null) {
            problem("voices-unreadable", word);
        }
        if (outcomes.size() < 2 && decides.filter(Voices.Decides.FIRST::equals).isEmpty()) {
            problem("voices-outcomes");
        }
        return Optional.of(new Voices(
                several.isSequential() ? Voices.Order.ONE_BY_ONE : Voices.Order.TOGETHER,
                decides.orElse(Voices.Decides.ALL),
                share.matches() ? Integer.parseInt(share.group(1)) : 0,
                fixed,
                each));
    }

    private static Optional<Voices.Decides> decides(String word) {
        return EnumSet.complementOf(EnumSet.of(Voices.Decides.SHARE)).stream()
                .filter(decides -> decides.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** {@code role:CODE} or {@code role:CODE@KIND}. */
    private Optional<Voices.Voice> voice(String text) {
        var at = text.indexOf('@');
        var performer = Performer.parse(at < 0 ? text : text.substring(0, at));
        if (performer.isEmpty() || !(performer.get() instanceof Performer.Role)) {
            problem("performer-unknown", text);
            return Optional.empty();
        }
        return Optional.of(new Voices.Voice(performer.get(), kind(at < 0 ? "" : text.substring(at + 1))));
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

    private static final Map<String, OfferedOutcome.Need> NEEDS =
            Map.of("promises", OfferedOutcome.Need.PROMISES, "day", OfferedOutcome.Need.DAY);

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
        if (!Set.of("", "true", "false").contains(once) || !NEEDS.keySet().containsAll(ProcessBuilding.words(needs))) {
            problem("outcome-rule-unreadable", code, (once + " " + needs).strip());
        }
        return new OfferedOutcome(
                code,
                ProcessBuilding.words(child.getAttribute("starts")),
                ProcessBuilding.words(child.getAttribute("ends")),
                reason.equals("required") ? OfferedOutcome.Reason.REQUIRED : OfferedOutcome.Reason.OPTIONAL,
                once.toLowerCase(Locale.ROOT).equals("true"),
                ProcessBuilding.words(needs).stream()
                        .map(NEEDS::get)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet()),
                Optional.of(attribute(child, "fee")).filter(fee -> !fee.isEmpty()));
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
