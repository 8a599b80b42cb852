package org.tongqu.bench.matter;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.tongqu.bench.matter.Plan.Decision;
import org.tongqu.bench.visits.Fields;
import org.tongqu.bench.visits.Markup;
import org.tongqu.bench.visits.UnexpectedAnswer;
import org.tongqu.bench.visits.Visitor;

/**
 * The officers of an office. Which of them handles which step is found out once, by asking each for the case: only who
 * may decide is shown the form, and to some the case is not there at all. Safe for use by many threads.
 */
final class Desk {

    private static final Pattern CASE = Pattern.compile("href=\"/desk/inbox\\?[^\"]*open=([^\"&]+)");
    private static final Pattern DECIDE = Pattern.compile("action=\"(/desk/cases/[^\"]+/tasks/[^\"]+/complete)\"");

    private final List<Visitor> officers;
    private final Map<Integer, Visitor> byStep = new ConcurrentHashMap<>();

    Desk(List<Visitor> officers) {
        this.officers = List.copyOf(officers);
    }

    /** Where the case of a receipt is opened; it is looked up as officers do. */
    String find(String receipt) throws IOException {
        for (var officer : byStep.containsKey(0) ? List.of(byStep.get(0)) : officers) {
            var found = Markup.first(
                    officer.get("/desk/inbox?state=open&q=" + receipt).page().body(), CASE);
            if (found.isPresent()) {
                return "/desk/cases/" + found.get();
            }
        }
        throw new UnexpectedAnswer("/desk/inbox", "shows " + receipt + " to no officer", "");
    }

    void decide(String address, int step, Decision decision) throws IOException {
        var known = byStep.get(step);
        for (var officer : known == null ? officers : List.of(known)) {
            var form = form(officer, address);
            if (form.isPresent()) {
                officer.send(form.get(), Fields.of(Map.of("outcome", decision.outcome(), "reason", decision.reason())))
                        .sent();
                byStep.putIfAbsent(step, officer);
                return;
            }
        }
        throw new UnexpectedAnswer(address, "lets nobody decide step " + (step + 1), "");
    }

    private static Optional<String> form(Visitor officer, String address) throws IOException {
        var answer = officer.get(address);
        return answer.status() == 404
                ? Optional.empty()
                : Markup.first(answer.page().body(), DECIDE);
    }
}
