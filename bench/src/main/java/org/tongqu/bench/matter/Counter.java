package org.tongqu.bench.matter;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.tongqu.bench.visits.Fields;
import org.tongqu.bench.visits.Markup;
import org.tongqu.bench.visits.UnexpectedAnswer;
import org.tongqu.bench.visits.Visitor;

/** Leads applications from the first page to the document that is handed out. Safe for use by many threads. */
final class Counter {

    private static final Pattern RECEIPT = Pattern.compile("^/my/cases/([^/?]+)");
    private static final Pattern LICENCE = Pattern.compile("href=\"(/my/licences/[^\"]+)\"");

    private final Plan plan;
    private final List<Visitor> citizens;
    private final Desk desk;
    private final AtomicLong numbers;
    private volatile String lastCase = "";

    /** @param first the number of the first application, so that two runs on one data folder send different ones */
    Counter(Plan plan, List<Visitor> citizens, Desk desk, long first) {
        this.plan = plan;
        this.citizens = List.copyOf(citizens);
        this.desk = desk;
        this.numbers = new AtomicLong(first);
    }

    /** Where an officer last opened a case; empty before the first. */
    String lastCase() {
        return lastCase;
    }

    /** One whole matter; it is done when the applicant sees the document. */
    void handle() throws IOException {
        var number = numbers.getAndIncrement();
        var citizen = citizens.get((int) (number % citizens.size()));
        var receipt = apply(citizen, plan.application(number));
        var opened = desk.find(receipt);
        lastCase = opened;
        for (int step = 0; step < plan.steps().size(); step++) {
            desk.decide(opened, step, plan.steps().get(step));
        }
        var story = citizen.get("/my/cases/" + receipt).page();
        if (Markup.first(story.body(), LICENCE).isEmpty()) {
            throw new UnexpectedAnswer(story.asked(), "shows no document", Markup.problems(story.body()));
        }
    }

    private String apply(Visitor citizen, Plan.Application application) throws IOException {
        var begun =
                citizen.send("/apply/" + plan.pack().id(), Fields.of(Map.of())).sent();
        var draft = "/drafts/" + begun.location().split("/")[2];
        var filled = citizen.send(draft + "/all", application.fields(), application.papers())
                .sent();
        var check = citizen.get(filled.location()).page();
        var token = Markup.hidden(check.body(), "token")
                .orElseThrow(() ->
                        new UnexpectedAnswer(check.asked(), "has no button to send", Markup.problems(check.body())));
        var sent = citizen.send(draft + "/submit", Fields.of(Map.of("token", token, "declared", "yes")))
                .sent();
        return Markup.first(sent.location(), RECEIPT)
                .orElseThrow(() -> new UnexpectedAnswer(sent.asked(), "leads to " + sent.location(), ""));
    }
}
