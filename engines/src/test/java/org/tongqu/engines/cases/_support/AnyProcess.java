package org.tongqu.engines.cases._support;

import java.util.List;
import java.util.SplittableRandom;
import org.tongqu.engines.cases.process.Process;

/**
 * Random processes made of whole blocks, as a careful author nests them: steps, alternatives, parallel branches, ways
 * back for correction, timers. Written as BPMN, so that the reader and its checks take part.
 */
public final class AnyProcess {

    private final SplittableRandom random;
    private StringBuilder xml = new StringBuilder();
    private int ids;

    private AnyProcess(SplittableRandom random) {
        this.random = random;
    }

    public static Process of(SplittableRandom random) {
        return Drawn.process(new AnyProcess(random).elements());
    }

    private String elements() {
        var start = id("start");
        var clocks = random.nextBoolean() ? " tongqu:starts=\"total\"" : "";
        xml.append("<startEvent id=\"%s\"%s/>\n".formatted(start, clocks));
        var last = block(start, 3, Depth.OUTSIDE);
        flow(last, end("issued", ""));
        if (random.nextInt(3) == 0) {
            eventSubprocess(Depth.OUTSIDE);
        }
        return xml.toString();
    }

    /** Something that begins by itself while the process around it runs; it gives signs nobody hears. */
    private void eventSubprocess(Depth depth) {
        var outside = xml;
        xml = new StringBuilder();
        var start = id("called");
        var timer = random.nextBoolean();
        var trigger = timer
                ? "<timerEventDefinition/>"
                : "<messageEventDefinition messageRef=\"" + (random.nextBoolean() ? "m" : "mr") + "\"/>";
        xml.append("<startEvent id=\"%s\" isInterrupting=\"%s\"%s>%s</startEvent>\n"
                .formatted(
                        start, random.nextBoolean(), timer ? " tongqu:after=\"%s\"".formatted(limit()) : "", trigger));
        var last = block(start, random.nextInt(2), depth);
        flow(last, end("called", ""));
        var inside = xml;
        xml = outside;
        xml.append(
                "<subProcess id=\"%s\" triggeredByEvent=\"true\">\n%s</subProcess>\n".formatted(id("event"), inside));
    }

    /** A sign is given; by a branch to the other, or to nobody. */
    private String signs(String after) {
        var give = id("give");
        xml.append(
                "<intermediateThrowEvent id=\"%s\"><signalEventDefinition signalRef=\"sg\"/></intermediateThrowEvent>\n"
                        .formatted(give));
        if (random.nextBoolean()) {
            flow(after, give);
            return give;
        }
        var split = id("fork");
        var join = id("join");
        var wait = id("hear");
        xml.append("<parallelGateway id=\"%s\"/><parallelGateway id=\"%s\"/>\n".formatted(split, join));
        xml.append(
                "<intermediateCatchEvent id=\"%s\"><signalEventDefinition signalRef=\"sg\"/></intermediateCatchEvent>\n"
                        .formatted(wait));
        flow(after, split);
        flow(split, give);
        flow(split, wait);
        flow(give, join);
        flow(task(wait, Depth.IN_PARALLEL), join);
        return join;
    }

    private enum Depth {
        OUTSIDE,
        IN_PARALLEL
    }

    /** Appends a block after the node and answers its last node. */
    private String block(String after, int size, Depth depth) {
        if (size == 0) {
            return task(after, depth);
        }
        return switch (random.nextInt(12)) {
            case 11 -> signs(after);
            case 9, 10 -> inner(after, size, depth);
            case 7 -> inclusive(after, size);
            case 8 -> events(after);
            case 6 -> together(block(after, size - 1, depth));
            case 0 -> service(block(after, size - 1, depth));
            case 1 -> waiting(block(after, size - 1, depth));
            case 2 -> alternatives(after, size, depth);
            case 3 -> parallel(after, size);
            case 4 -> correction(after, depth);
            default -> block(block(after, size - 1, depth), size - 1, depth);
        };
    }

    private String task(String after, Depth depth) {
        var task = userTask("task", "<tongqu:outcome code=\"on\"%s/>".formatted(clocks()));
        flow(after, task);
        if (random.nextInt(3) == 0) {
            boundary(task, depth);
        }
        return task;
    }

    /** An inner process, given up by a timer or left with an error, or neither. */
    private String inner(String after, int size, Depth depth) {
        var inner = id("inner");
        var outside = xml;
        xml = new StringBuilder();
        var start = id("inside");
        xml.append("<startEvent id=\"%s\"/>\n".formatted(start));
        var last = block(start, size - 1, Depth.OUTSIDE);
        var fails = random.nextInt(3) == 0;
        flow(last, end("inside", ending(fails)));
        if (random.nextInt(4) == 0) {
            eventSubprocess(Depth.OUTSIDE);
        }
        var inside = xml;
        xml = outside;
        xml.append("<subProcess id=\"%s\">\n%s%s</subProcess>\n".formatted(inner, repeated(), inside));
        flow(after, inner);
        if (random.nextInt(3) == 0) {
            boundary(inner, depth);
        }
        var merge = id("merge");
        xml.append("<exclusiveGateway id=\"%s\"/>\n".formatted(merge));
        flow(inner, merge);
        if (fails) {
            var failed = id("failed");
            xml.append(
                    "<boundaryEvent id=\"%s\" attachedToRef=\"%s\"><errorEventDefinition errorRef=\"x\"/></boundaryEvent>\n"
                            .formatted(failed, inner));
            flow(failed, merge);
        }
        return merge;
    }

    /** For the rows of a list, for nobody, or twice; perhaps until somebody is done. */
    private String repeated() {
        if (random.nextInt(3) != 0) {
            return "";
        }
        var each =
                List.of(" tongqu:each=\"panel\"", " tongqu:each=\"nobody\"", "").get(random.nextInt(3));
        return "<multiInstanceLoopCharacteristics isSequential=\"%s\"%s>%s%s</multiInstanceLoopCharacteristics>\n"
                .formatted(
                        random.nextBoolean(),
                        each,
                        each.isEmpty() ? "<loopCardinality>2</loopCardinality>" : "",
                        random.nextInt(3) == 0
                                ? "<completionCondition>instances.done &gt;= 1 and not (item.name == 'x')</completionCondition>"
                                : "");
    }

    private String ending(boolean fails) {
        if (fails) {
            return "<errorEventDefinition errorRef=\"x\"/>";
        }
        return random.nextInt(3) == 0 ? "<terminateEventDefinition/>" : "";
    }

    /** Some of the branches, or the last where no condition holds. */
    private String inclusive(String after, int size) {
        var split = id("some");
        var join = id("met");
        var otherwise = id("pass");
        var last = id("f");
        xml.append("<inclusiveGateway id=\"%s\" default=\"%s\"/><inclusiveGateway id=\"%s\"/>"
                .formatted(split, last, join));
        xml.append("<exclusiveGateway id=\"%s\"/>\n".formatted(otherwise));
        flow(after, split);
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            var first = id("pass");
            xml.append("<exclusiveGateway id=\"%s\"/>\n".formatted(first));
            xml.append("<sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\" tongqu:when=\"%s\"/>\n"
                    .formatted(id("f"), split, first, random.nextBoolean() ? "large" : "not small"));
            flow(block(first, Math.min(size - 1, 1), Depth.IN_PARALLEL), join);
        }
        xml.append("<sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"/>\n".formatted(last, split, otherwise));
        flow(block(otherwise, 0, Depth.IN_PARALLEL), join);
        return join;
    }

    /** A message or a timer, whichever is first. */
    private String events(String after) {
        var gateway = id("events");
        var paid = id("paid");
        var late = id("late");
        var merge = id("merge");
        xml.append("<eventBasedGateway id=\"%s\"/><exclusiveGateway id=\"%s\"/>\n".formatted(gateway, merge));
        xml.append(
                "<intermediateCatchEvent id=\"%s\"><messageEventDefinition messageRef=\"m\"/></intermediateCatchEvent>\n"
                        .formatted(paid));
        xml.append(
                "<intermediateCatchEvent id=\"%s\" tongqu:after=\"%s\"><timerEventDefinition/></intermediateCatchEvent>\n"
                        .formatted(late, limit()));
        flow(after, gateway);
        flow(gateway, paid);
        flow(gateway, late);
        flow(paid, merge);
        flow(late, merge);
        if (random.nextBoolean()) {
            return merge;
        }
        var receive = id("receive");
        xml.append("<receiveTask id=\"%s\" messageRef=\"m\"/>\n".formatted(receive));
        flow(merge, receive);
        return receive;
    }

    /** Several decide; whatever they say the case goes on. */
    private String together(String after) {
        var task = id("together");
        var decides = List.of("all", "first", "any", "everyone", "60%").get(random.nextInt(5));
        var who = random.nextBoolean()
                ? "tongqu:voices=\"role:acceptor role:acceptor@tax role:decider\""
                : "tongqu:each=\"%s\"".formatted(random.nextBoolean() ? "panel" : "nobody");
        xml.append("""
                <userTask id="%s" tongqu:performer="role:acceptor"><extensionElements>
                <tongqu:outcome code="on"%s/><tongqu:outcome code="no"/>%s</extensionElements>
                <multiInstanceLoopCharacteristics isSequential="%s" tongqu:decides="%s" %s/></userTask>
                """.formatted(task, clocks(), rules(), random.nextBoolean(), decides, who));
        flow(after, task);
        if (random.nextInt(3) == 0) {
            boundary(task, Depth.IN_PARALLEL);
        }
        return task;
    }

    private String service(String after) {
        var service = id("service");
        var rule = random.nextInt(3) == 0;
        var fails = random.nextInt(3) == 0;
        xml.append(
                rule
                        ? "<businessRuleTask id=\"%s\" tongqu:decision=\"%s\"/>\n"
                                .formatted(service, fails ? "clash" : "route")
                        : fails || random.nextBoolean()
                                ? "<serviceTask id=\"%s\" tongqu:action=\"a.b\"/>\n".formatted(service)
                                : "<intermediateThrowEvent id=\"%s\" tongqu:action=\"a.b\"><messageEventDefinition/></intermediateThrowEvent>\n"
                                        .formatted(service));
        flow(after, service);
        return fails ? failing(service, rule ? "rc" : "sr") : service;
    }

    /** Where a step cannot be done the case goes on as well, perhaps after somebody looked at it. */
    private String failing(String step, String error) {
        var failed = id("failed");
        var merge = id("merge");
        xml.append(
                "<boundaryEvent id=\"%s\" attachedToRef=\"%s\"><errorEventDefinition errorRef=\"%s\"/></boundaryEvent>\n"
                        .formatted(failed, step, error));
        xml.append("<exclusiveGateway id=\"%s\"/>\n".formatted(merge));
        flow(step, merge);
        flow(random.nextBoolean() ? task(failed, Depth.IN_PARALLEL) : failed, merge);
        return merge;
    }

    private String waiting(String after) {
        var wait = id("wait");
        xml.append(
                "<intermediateCatchEvent id=\"%s\" tongqu:after=\"%s\"><timerEventDefinition/></intermediateCatchEvent>\n"
                        .formatted(wait, limit()));
        flow(after, wait);
        return wait;
    }

    private String alternatives(String after, int size, Depth depth) {
        var task = userTask(
                "choose",
                "<tongqu:outcome code=\"on\"%s/><tongqu:outcome code=\"aside\" reason=\"required\"%s/>"
                        .formatted(clocks(), clocks()));
        flow(after, task);
        var split = id("split");
        var merge = id("merge");
        var aside = id("f");
        xml.append("<exclusiveGateway id=\"%s\" default=\"%s\"/><exclusiveGateway id=\"%s\"/>\n"
                .formatted(split, aside, merge));
        flow(task, split);
        var first = id("pass");
        xml.append("<exclusiveGateway id=\"%s\"/>\n".formatted(first));
        xml.append("<sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\" tongqu:when=\"outcome == 'on'\"/>\n"
                .formatted(id("f"), split, first));
        flow(block(first, size - 1, depth), merge);
        xml.append("<sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"/>\n".formatted(aside, split, merge));
        return merge;
    }

    private String parallel(String after, int size) {
        var split = id("fork");
        var join = id("join");
        xml.append("<parallelGateway id=\"%s\"/><parallelGateway id=\"%s\"/>\n".formatted(split, join));
        flow(after, split);
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            flow(block(split, Math.min(size - 1, 1), Depth.IN_PARALLEL), join);
        }
        return join;
    }

    /** The way back that the applicant takes to mend something, while the clocks stand still. */
    private String correction(String after, Depth depth) {
        var back = id("back");
        var decided = id("decided");
        var on = id("f");
        xml.append("<exclusiveGateway id=\"%s\"/><exclusiveGateway id=\"%s\" default=\"%s\"/>\n"
                .formatted(back, decided, on));
        flow(after, back);
        var check = userTask(
                "check", "<tongqu:outcome code=\"on\"%s/><tongqu:outcome code=\"correct\"/>".formatted(clocks()));
        flow(back, check);
        flow(check, decided);
        var correct = id("correct");
        xml.append("<userTask id=\"%s\" tongqu:performer=\"applicant\" tongqu:clock=\"stops\"/>\n".formatted(correct));
        if (random.nextBoolean()) {
            boundary(correct, depth);
        }
        xml.append("<sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\" tongqu:when=\"outcome == 'correct'\"/>\n"
                .formatted(id("f"), decided, correct));
        flow(correct, back);
        var next = id("pass");
        xml.append("<exclusiveGateway id=\"%s\"/>\n".formatted(next));
        xml.append("<sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"/>\n".formatted(on, decided, next));
        return next;
    }

    /** An interrupting timer leads to an end, one beside to a reminder; in a branch the end is that of the whole case. */
    private void boundary(String task, Depth depth) {
        var timer = id("timer");
        var interrupts = random.nextBoolean();
        var trigger = random.nextInt(4);
        xml.append("<boundaryEvent id=\"%s\" attachedToRef=\"%s\" cancelActivity=\"%s\"%s>%s</boundaryEvent>\n"
                .formatted(
                        timer,
                        task,
                        interrupts,
                        trigger > 1 ? " tongqu:after=\"%s\"".formatted(limit()) : "",
                        switch (trigger) {
                            case 0 -> "<messageEventDefinition messageRef=\"mr\"/>";
                            case 1 -> "<signalEventDefinition signalRef=\"sg2\"/>";
                            default -> "<timerEventDefinition/>";
                        }));
        if (interrupts) {
            var whole = depth == Depth.IN_PARALLEL || random.nextBoolean();
            flow(timer, end("lapsed", whole ? "<terminateEventDefinition/>" : ""));
        } else {
            var reminded = userTask("remind", "");
            flow(timer, reminded);
            flow(reminded, end("reminded", ""));
        }
    }

    private String userTask(String name, String outcomes) {
        var task = id(name);
        var performer = random.nextInt(4) == 0 ? "applicant" : "role:acceptor";
        var limit = random.nextBoolean() ? " tongqu:limit=\"%s\"".formatted(limit()) : "";
        var clock = random.nextInt(5) == 0 ? " tongqu:clock=\"stops\"" : "";
        xml.append(
                "<userTask id=\"%s\" tongqu:performer=\"%s\"%s%s><extensionElements>%s</extensionElements></userTask>\n"
                        .formatted(
                                task,
                                performer,
                                limit,
                                clock,
                                (outcomes.isEmpty() ? "<tongqu:outcome code=\"done\"/>" : outcomes) + rules()));
        return task;
    }

    private String rules() {
        var special = "<tongqu:special code=\"hearing\" limit=\"%s\" basis=\"法\"/>".formatted(limit());
        var promise = "<tongqu:promise within=\"%s\" remind=\"1 hours\" otherwise=\"%s\"/>"
                .formatted(limit(), random.nextBoolean() ? "withhold" : "end");
        return (random.nextBoolean() ? special : "") + (random.nextInt(3) == 0 ? promise : "");
    }

    private String end(String result, String inside) {
        var end = id("end");
        var act = inside.isEmpty() ? random.nextInt(6) : -1;
        xml.append("<endEvent id=\"%s\" tongqu:result=\"%s\"%s>%s</endEvent>\n"
                .formatted(
                        end,
                        result,
                        act == 0 ? " tongqu:action=\"a.b\"" : "",
                        switch (act) {
                            case 0 -> "<messageEventDefinition/>";
                            case 1 -> "<signalEventDefinition signalRef=\"sg\"/>";
                            default -> inside;
                        }));
        return end;
    }

    private void flow(String from, String to) {
        xml.append("<sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"/>\n".formatted(id("f"), from, to));
    }

    private String clocks() {
        return switch (random.nextInt(6)) {
            case 0 -> " starts=\"acceptance\"";
            case 1 -> " starts=\"promised\" ends=\"acceptance\"";
            case 2 -> " ends=\"promised total\"";
            case 3 -> " starts=\"total promised\"";
            default -> "";
        };
    }

    private String limit() {
        return random.nextInt(6) + (random.nextBoolean() ? " working days" : random.nextBoolean() ? " days" : " hours");
    }

    private String id(String name) {
        ids++;
        return name + ids;
    }
}
