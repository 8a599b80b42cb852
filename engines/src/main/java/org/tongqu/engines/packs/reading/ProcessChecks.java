package org.tongqu.engines.packs.reading;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongqu.engines.cases.Cases;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.cases.process.StepRules;
import org.tongqu.engines.packs.DocumentTemplate;
import org.tongqu.engines.packs.Publication;
import org.tongqu.engines.packs.RegisterWrite;
import org.tongqu.engines.packs.Role;
import org.tongqu.engines.packs.ServiceItem;
import org.tongqu.kernel.time.Limit;

/** Process, roles, clocks, results and texts must know each other. */
final class ProcessChecks {

    /** What a case can be ended with besides the ends of its process. */
    static final String WITHDRAWN = "withdrawn";

    private final Parts parts;
    private final Problems problems;
    private final Set<String> used = new HashSet<>();
    private final Set<String> texts = new LinkedHashSet<>();

    ProcessChecks(Parts parts, Problems problems) {
        this.parts = parts;
        this.problems = problems;
    }

    void check() {
        for (var node : parts.process().process().nodes().values()) {
            var spot = parts.process().spot(node.id());
            switch (node) {
                case Node.Start start -> start.starts().forEach(clock -> clock(clock, spot));
                case Node.UserTask task -> userTask(task, spot);
                case Node.ServiceTask task -> serviceTask(task, spot);
                case Node.End end -> text("result." + end.result(), spot);
                case Node.Choice choice -> {}
                case Node.Parallel parallel -> {}
                case Node.Inclusive inclusive -> {}
                case Node.EventChoice events -> {}
                case Node.WaitMessage message -> {}
                case Node.WaitTimer timer -> {}
                case Node.Inner inner -> texts.add("task." + inner.id());
                case Node.InnerStart start -> {}
                case Node.InnerEnd end -> {}
                case Node.RuleTask rule -> {
                    rule.asks()
                            .steps()
                            .forEach(step -> used.add("decision." + step.table().id()));
                    text("task." + rule.id(), spot);
                }
                case Node.WaitSignal signal -> {}
                case Node.Throw sign -> {}
                case Node.Listener listener -> {}
            }
        }
        text("result." + WITHDRAWN, new Spot("texts/zh.yaml", 1));
        prolonging();
        whatNobodyUses();
        roles();
        promiseWithinLaw();
    }

    private void userTask(Node.UserTask task, Spot spot) {
        text("task." + task.id(), spot);
        role(task.performer(), task, spot);
        task.voices().ifPresent(voices -> voices.fixed().forEach(voice -> role(voice.performer(), task, spot)));
        for (var outcome : task.outcomes()) {
            text("outcome." + outcome.code(), spot);
            outcome.starts().forEach(clock -> clock(clock, spot));
            outcome.ends().forEach(clock -> clock(clock, spot));
            outcome.fee().ifPresent(fee -> fee(fee, spot));
        }
        var rules = task.rules();
        rules.clocks().forEach(clock -> clock(clock, spot));
        rules.specials().forEach(special -> text("special." + special.code(), spot));
        if (rules.may().contains(StepRules.Operation.TERMINATE)) {
            text("result." + Cases.TERMINATED, spot);
        }
        if (rules.promise()
                .filter(promise -> promise.otherwise() == StepRules.Consequence.END)
                .isPresent()) {
            text("result.promise-broken", spot);
        }
        task.form().ifPresent(form -> {
            var file = form.replaceFirst("#.*", "");
            if (!parts.manifest().files().form().equals("forms/" + file + ".yaml")) {
                problems.error(
                        spot, "process-form", file, parts.manifest().files().form());
            }
        });
        task.formPart().ifPresent(part -> {
            used.add("part." + part);
            var known = parts.form().form().parts();
            if (!known.contains(part)) {
                problems.error(spot, "process-with", part, "parts", Nearest.to(part, known));
            }
        });
    }

    private void role(Performer performer, Node.UserTask task, Spot spot) {
        if (performer instanceof Performer.Role(var code)) {
            used.add("role." + code);
            if (parts.results().roles().stream().noneMatch(role -> role.code().equals(code))) {
                problems.error(spot, "process-role", code, task.id());
            }
        }
    }

    private void serviceTask(Node.ServiceTask task, Spot spot) {
        text("task." + task.id(), spot);
        var results = parts.results();
        var known = switch (task.action()) {
            case "licences.issue" ->
                Map.of(
                        "documents",
                        results.documents().stream().map(DocumentTemplate::id).toList());
            case "registers.write" ->
                Map.of(
                        "registers",
                        results.registerWrites().stream().map(RegisterWrite::id).toList());
            case "decisions.record" -> Map.of("decisions", List.of(""));
            case "decisions.publish" ->
                Map.of(
                        "publications",
                        results.publications().stream().map(Publication::id).toList());
            default -> Map.<String, List<String>>of();
        };
        if (known.isEmpty()) {
            problems.error(spot, "process-action", task.action(), task.id());
        }
        known.forEach((folder, ids) -> {
            used.add(folder + "." + task.with());
            if (!ids.contains(task.with())) {
                problems.error(spot, "process-with", task.with(), folder, Nearest.to(task.with(), ids));
            }
        });
    }

    private void clock(String name, Spot spot) {
        used.add("clock." + name);
        if (parts.manifest().clocks().find(name).isEmpty()) {
            problems.error(
                    spot,
                    "process-clock",
                    name,
                    Nearest.to(name, parts.manifest().clocks().rules().keySet()));
        }
    }

    /** What is laid down must be the answer of a table that the process asks. */
    private void fee(String path, Spot spot) {
        var answers = parts.process().process().ruleTables().stream()
                .flatMap(table -> table.outputs().stream().map(output -> "rules." + table.id() + "." + output.name()))
                .toList();
        if (!answers.contains(path)) {
            problems.error(spot, "process-fee", path, Nearest.to(path, answers));
        }
    }

    private void text(String key, Spot spot) {
        texts.add(key);
        if (parts.texts().texts().find(key).isEmpty()) {
            problems.error(spot, "text-missing", key);
        }
    }

    private void whatNobodyUses() {
        parts.manifest().clocks().rules().keySet().stream()
                .filter(clock -> !used.contains("clock." + clock))
                .forEach(clock -> problems.warning(parts.manifest().spot("clock." + clock), "clock-unused", clock));
        var results = parts.results();
        results.roles().stream()
                .filter(role -> !used.contains("role." + role.code()))
                .forEach(role -> problems.warning(results.spot("role." + role.code()), "unused", role.code()));
        results.documents().stream()
                .filter(document -> !used.contains("documents." + document.id()))
                .forEach(document ->
                        problems.warning(results.spot("document." + document.id()), "unused", document.id()));
        results.registerWrites().stream()
                .filter(write -> !used.contains("registers." + write.id()))
                .forEach(write -> problems.warning(results.spot("register." + write.id()), "unused", write.id()));
        parts.form().form().parts().stream()
                .filter(part -> !used.contains("part." + part))
                .forEach(part -> problems.error(parts.form().spot("part." + part), "form-part-unused", part));
        parts.process().decisions().stream()
                .filter(decision -> !used.contains("decision." + decision.id()))
                .forEach(decision -> problems.warning(parts.process().spot(decision.id()), "unused", decision.id()));
        results.publications().stream()
                .filter(list -> !used.contains("publications." + list.id()))
                .forEach(list -> problems.warning(results.spot("publication." + list.id()), "unused", list.id()));
        parts.texts().spots().forEach((key, spot) -> {
            if (!texts.contains(key)) {
                problems.warning(spot, "text-unused", key);
            }
        });
    }

    private void roles() {
        var codes = parts.results().roles().stream().map(Role::code).toList();
        for (var role : parts.results().roles()) {
            for (var other : role.apart()) {
                if (!codes.contains(other) || other.equals(role.code())) {
                    problems.error(
                            parts.results().spot("role." + role.code() + ".apart"), "role-apart", other, role.code());
                }
            }
        }
    }

    /** Who may give a clock more time must be somebody the service knows. */
    private void prolonging() {
        var codes = parts.results().roles().stream().map(Role::code).toList();
        parts.manifest()
                .clocks()
                .rules()
                .forEach((name, clock) -> clock.prolonging().ifPresent(more -> {
                    used.add("role." + more.role());
                    if (!codes.contains(more.role())) {
                        problems.error(
                                parts.manifest().spot("clock." + name + ".prolong"),
                                "clock-prolong-role",
                                more.role(),
                                Nearest.to(more.role(), codes));
                    }
                }));
    }

    private void promiseWithinLaw() {
        var clocks = parts.manifest().clocks();
        var promised = clocks.find("promised").map(rule -> rule.limit());
        var statutory = clocks.find("statutory").map(rule -> rule.limit());
        if (statutory.isEmpty()) {
            problems.error(parts.manifest().spot("item"), "clock-no-statutory");
        }
        promised.ifPresent(promise -> statutory
                .filter(law -> law.unit() == promise.unit() && promise.amount() > law.amount())
                .ifPresent(law ->
                        problems.error(parts.manifest().spot("clock.promised"), "clock-over-law", promise, law)));
        var instant = parts.manifest().item().identity().handling() == ServiceItem.Handling.INSTANT;
        if (instant && promised.filter(ProcessChecks::isWithinADay).isEmpty()) {
            problems.error(parts.manifest().spot("item.handling"), "item-instant");
        }
    }

    private static boolean isWithinADay(Limit limit) {
        return limit.unit() == Limit.Unit.HOURS ? limit.amount() <= 24 : limit.amount() <= 1;
    }
}
