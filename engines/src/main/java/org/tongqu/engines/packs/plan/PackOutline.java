package org.tongqu.engines.packs.plan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.cases.process.OfferedOutcome;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.cases.process.StepRules;
import org.tongqu.engines.forms.Field;
import org.tongqu.engines.forms.FormPage;
import org.tongqu.engines.packs.DocumentTemplate;
import org.tongqu.engines.packs.FactField;
import org.tongqu.engines.packs.Notice;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.RegisterWrite;
import org.tongqu.engines.packs.ServiceItem.Fee;
import org.tongqu.engines.packs.plan.PackPlan.Part;
import org.tongqu.engines.packs.plan.PackPlan.Place;
import org.tongqu.kernel.text.Label;

/** Everything a pack says, line by line, so that two packs can be laid beside each other. */
final class PackOutline {

    private final Map<Place, String> lines = new LinkedHashMap<>();

    private PackOutline() {}

    static Map<Place, String> of(Pack pack) {
        var outline = new PackOutline();
        outline.guide(pack);
        outline.form(pack);
        outline.process(pack);
        outline.results(pack);
        outline.people(pack);
        return outline.lines;
    }

    private void put(Part part, String name, Object value) {
        lines.put(new Place(part, name), String.valueOf(value));
    }

    private void guide(Pack pack) {
        put(Part.PACK, "title", words(pack.title()));
        put(Part.PACK, "summary", words(pack.summary()));
        put(Part.PACK, "owner", pack.owner());
        var dispatch = pack.dispatch();
        put(
                Part.PACK,
                "dispatch",
                dispatch.organisationKind() + " " + dispatch.divisionField() + " " + dispatch.level());
        var item = pack.item();
        var identity = item.identity();
        put(Part.ITEM, "basicCode", identity.basicCode());
        put(Part.ITEM, "type", identity.type());
        put(Part.ITEM, "handling", identity.handling());
        put(Part.ITEM, "objects", new TreeSet<>(identity.objects()));
        put(Part.ITEM, "topics", all(identity.topics()));
        put(Part.ITEM, "events", new TreeMap<>(identity.events()));
        item.basis()
                .forEach(basis -> put(
                        Part.ITEM,
                        "basis " + basis.law().zh() + " " + basis.article().zh(),
                        words(basis.says())));
        put(Part.ITEM, "conditions", all(item.conditions()));
        fees(item.fee());
        put(Part.ITEM, "depth", new TreeSet<>(item.visit().depth()));
        put(Part.ITEM, "visits", item.visit().times());
        item.visit()
                .places()
                .forEach(place -> put(
                        Part.ITEM, "place " + place.name().zh(), words(place.address()) + " " + words(place.hours())));
        put(
                Part.ITEM,
                "contact",
                item.contact().consult() + " " + item.contact().complain());
        item.steps()
                .forEach(step -> put(
                        Part.ITEM,
                        "step " + step.title().zh(),
                        words(step.says())
                                + step.takes().map(PackOutline::words).orElse("")));
        item.results()
                .forEach(result -> put(Part.ITEM, "result " + result.title().zh(), words(result.form())));
        item.questions()
                .forEach(asked -> put(Part.ITEM, "question " + asked.asked().zh(), words(asked.answered())));
        pack.clocks().rules().forEach((name, clock) -> {
            put(Part.LIMIT, name, clock.limit());
            put(Part.LIMIT, name + " basis", clock.basis());
            put(Part.LIMIT, name + " label", words(clock.label()));
            clock.prolonging()
                    .ifPresent(more -> put(
                            Part.LIMIT,
                            name + " prolong",
                            more.most() + " × " + more.times() + " " + more.role() + " " + more.basis()));
            put(Part.SUPERVISION, name, clock.warnPercent() + " %");
        });
    }

    private void fees(Fee fee) {
        if (fee.isFree()) {
            put(Part.ITEM, "fee", "0");
        }
        fee.items()
                .forEach(item -> put(
                        Part.ITEM,
                        "fee" + item.name().map(name -> " " + name.zh()).orElse(""),
                        item.yuan().map(yuan -> yuan.toPlainString()).orElse("")
                                + item.standard().map(PackOutline::words).orElse("")
                                + " " + words(item.basis())
                                + item.reduction().map(PackOutline::words).orElse("")));
    }

    private void form(Pack pack) {
        pack.form().pages().forEach(this::page);
        pack.form()
                .rules()
                .forEach(rule -> put(
                        Part.RULE,
                        rule.id(),
                        rule.when()
                                        .map(when -> "when " + Conditions.text(when) + " ")
                                        .orElse("")
                                + Conditions.text(rule.require()) + " "
                                + words(rule.message())));
        pack.schema()
                .properties()
                .forEach((path, property) -> put(
                        Part.DATA,
                        path,
                        property.type() + " " + property.sensitivity()
                                + property.identifier().map(kind -> " " + kind).orElse("")
                                + (property.required() ? " required" : "")));
    }

    private void page(FormPage page) {
        var prefix = page.group().map(group -> group.name() + ".").orElse("");
        put(
                Part.PAGE,
                page.id(),
                words(page.title())
                        + page.when()
                                .map(when -> " when " + Conditions.text(when))
                                .orElse("")
                        + page.group()
                                .map(group -> " " + group.atLeast() + "–" + group.atMost())
                                .orElse(""));
        for (var field : page.fields()) {
            put(Part.FIELD, prefix + field.name(), field(field));
        }
        for (var material : page.materials()) {
            put(
                    Part.MATERIAL,
                    material.id(),
                    words(material.title()) + " " + material.answer() + " " + material.accept() + " "
                            + material.maxMegabytes() + " MB × " + material.maxFiles()
                            + material.when()
                                    .map(when -> " when " + Conditions.text(when))
                                    .orElse(""));
        }
    }

    private static String field(Field field) {
        return field.control() + " " + field.answer() + " " + words(field.label())
                + field.choices().stream().map(Field.Choice::value).toList()
                + field.when().map(when -> " when " + Conditions.text(when)).orElse("");
    }

    private void process(Pack pack) {
        for (var node : pack.process().nodes().values()) {
            put(Part.STEP, node.id(), step(node));
        }
        for (var flow : pack.process().flows()) {
            put(
                    Part.WAY,
                    flow.from() + " → " + flow.to(),
                    flow.when().map(when -> "when " + Conditions.text(when)).orElse("always"));
        }
    }

    private static String step(Node node) {
        return switch (node) {
            case Node.Start start -> "start " + start.starts();
            case Node.End end -> "end " + end.result() + " " + end.reach();
            case Node.UserTask task ->
                "task " + task.performer().text()
                        + task.limit().map(limit -> " " + limit).orElse("") + " clock " + task.clock() + ": "
                        + String.join(
                                " ",
                                task.outcomes().stream()
                                        .map(PackOutline::outcome)
                                        .toList())
                        + rules(task);
            case Node.ServiceTask task -> "service " + task.action() + " " + task.with();
            case Node.Choice choice -> "choice";
            case Node.Parallel parallel -> "parallel";
            case Node.Inclusive inclusive -> "inclusive";
            case Node.EventChoice events -> "first of";
            case Node.WaitMessage message -> "waits for " + message.message();
            case Node.WaitTimer timer -> "waits " + timer.after();
            case Node.Inner inner -> "inner process";
            case Node.InnerStart start -> "inner start";
            case Node.InnerEnd end -> "inner end " + end.reach() + " " + end.error();
            case Node.RuleTask rule -> "asks " + rule.asks();
            case Node.WaitSignal signal -> "waits for sign " + signal.signal();
            case Node.Throw sign -> "gives sign " + sign.signal();
            case Node.Edge edge -> edge.trigger() + " on " + edge.hostId() + " " + edge.effect();
            case Node.EventStart start -> start.trigger() + " begins " + start.effect();
        };
    }

    /** What may be done there besides completing it, and by whom together. */
    private static String rules(Node.UserTask task) {
        var rules = task.rules();
        var may = rules.may().stream().map(StepRules.Operation::word).sorted().toList();
        var usual = rules.may().equals(StepRules.USUAL) || task.performer() instanceof Performer.Applicant;
        return (usual ? "" : " may " + may)
                + (task.organisation().isEmpty() ? "" : " at " + task.organisation())
                + task.voices().map(voices -> " " + voices).orElse("")
                + (rules.specials().isEmpty() ? "" : " " + rules.specials())
                + rules.promise().map(promise -> " " + promise).orElse("")
                + (rules.supplements() == StepRules.Supplements.MANY ? " supplements many" : "")
                + (rules.clocks().isEmpty() ? "" : " under " + rules.clocks());
    }

    private static String outcome(OfferedOutcome outcome) {
        return outcome.code()
                + (outcome.starts().isEmpty() ? "" : " starts " + outcome.starts())
                + (outcome.ends().isEmpty() ? "" : " ends " + outcome.ends())
                + (outcome.reason() == OfferedOutcome.Reason.REQUIRED ? " with a reason" : "")
                + (outcome.once() ? " once" : "")
                + (outcome.needs(OfferedOutcome.Need.PROMISES) ? " needs promises" : "")
                + (outcome.needs(OfferedOutcome.Need.DAY) ? " names a day" : "")
                + outcome.fee().map(fee -> " names a fee beside " + fee).orElse("")
                + ";";
    }

    private void results(Pack pack) {
        for (var document : pack.documents()) {
            document(document);
        }
        for (RegisterWrite write : pack.registerWrites()) {
            put(Part.REGISTER, write.id(), write.register() + " by " + write.identifier());
            write.entries().forEach(entry -> put(Part.REGISTER, write.id() + "." + entry.field(), entry.from()));
        }
        for (var list : pack.publications()) {
            put(Part.LIST, list.id(), words(list.title()));
            fields(Part.LIST, list.id(), list.fields());
        }
        for (var notice : pack.notices()) {
            notice(notice);
        }
    }

    private void document(DocumentTemplate document) {
        put(Part.DOCUMENT, document.id(), document.typeCode());
        put(
                Part.DOCUMENT,
                document.id() + " number",
                document.numbering().scheme() + " "
                        + new TreeMap<>(document.numbering().settings()));
        put(Part.DOCUMENT, document.id() + " title", words(document.title()));
        var layout = document.layout();
        put(
                Part.DOCUMENT,
                document.id() + " layout",
                layout.orientation() + " " + layout.left() + " " + layout.right() + " " + layout.foot());
        put(
                Part.DOCUMENT,
                document.id() + " validity",
                document.validity().map(PackOutline::words).orElse("–"));
        fields(Part.DOCUMENT, document.id(), document.fields());
    }

    private void notice(Notice notice) {
        put(
                Part.NOTICE,
                notice.id(),
                point(notice.at()) + " " + notice.to() + " " + new TreeSet<>(notice.channels()) + " "
                        + words(notice.title()) + " " + words(notice.text()));
        fields(Part.NOTICE, notice.id(), notice.values());
    }

    private static String point(Notice.Point point) {
        return switch (point) {
            case Notice.Point.Opened opened -> "opened";
            case Notice.Point.Reached(var task) -> "reached " + task;
            case Notice.Point.Completed(var task, var outcome) -> "done " + task + " " + outcome;
            case Notice.Point.Ended(var result) -> "result " + result;
        };
    }

    private void fields(Part part, String owner, Collection<FactField> fields) {
        for (var field : fields) {
            put(part, owner + "." + field.name(), field.from() + " " + field.show() + " " + words(field.label()));
        }
    }

    private void people(Pack pack) {
        for (var role : pack.roles()) {
            put(
                    Part.ROLE,
                    role.code(),
                    new TreeSet<>(role.posts()) + " apart from " + new TreeSet<>(role.apart()) + " "
                            + words(role.label()));
        }
        pack.texts().labels().forEach((key, label) -> put(Part.TEXT, key, words(label)));
        pack.supervision().forEach(rule -> put(Part.SUPERVISION, rule.clock() + " why", words(rule.why())));
        pack.watchRules()
                .forEach(rule -> put(Part.SUPERVISION, "rule " + rule.head().name(), rule.toString()));
    }

    private static String words(Label label) {
        return label.zh() + " / " + label.en();
    }

    private static String all(Collection<Label> labels) {
        return String.join("; ", labels.stream().map(PackOutline::words).toList());
    }
}
