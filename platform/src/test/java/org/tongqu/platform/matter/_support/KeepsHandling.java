package org.tongqu.platform.matter._support;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.Tongqu;
import org.tongqu.platform.matter.casework.CaseStory;
import org.tongqu.platform.matter.casework.CaseStory.OpenTask;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.trust.identity.SignedIn;

/**
 * A platform of its own on a store that others use too, whose officers do one task after the other, several at a time, and
 * say each only when they were told that it is done; ends by being killed.
 */
public final class KeepsHandling {

    private static final int OFFICERS_AT_ONCE = 4;

    private KeepsHandling() {}

    /** @param arguments of the platform, and after {@code --} the office and the cases */
    public static void main(String[] arguments) throws InterruptedException {
        var all = List.of(arguments);
        var own = all.subList(all.indexOf("--") + 1, all.size());
        var platform = new SpringApplicationBuilder(Tongqu.class)
                .run(all.subList(0, all.indexOf("--")).toArray(String[]::new));
        var casework = platform.getBean(Casework.class);
        var cases = own.subList(1, own.size());
        System.err.println("handling");
        try (var threads = Executors.newFixedThreadPool(OFFICERS_AT_ONCE)) {
            for (int first = 0; first < OFFICERS_AT_ONCE; first++) {
                for (int next = first; next < cases.size(); next += OFFICERS_AT_ONCE) {
                    var caseId = cases.get(next);
                    threads.execute(() -> handle(casework, own.getFirst(), caseId));
                }
            }
        }
    }

    private static void handle(Casework casework, String office, String caseId) {
        var next = next(casework, office, caseId);
        while (!next.isEmpty()) {
            var task = next.getFirst();
            var officer = officer(office, task.seat().orElseThrow().role());
            var done = new CaseCommand.Complete(
                    task.taskId(), task.outcomes().getFirst().code(), "words that say why", new Datum.Fields(Map.of()));
            casework.act(officer, caseId, done).orElseThrow();
            System.err.println("done " + caseId + " " + task.taskId());
            next = next(casework, office, caseId);
        }
    }

    private static List<OpenTask> next(Casework casework, String office, String caseId) {
        return Arrays.asList("acceptor", "reviewer", "decider").stream()
                .map(role -> casework.findStory(officer(office, role), caseId))
                .flatMap(story -> story.stream().flatMap(found -> found.tasks().stream()))
                .filter(task -> task.seat().isPresent() && task.acts().contains(CaseStory.Act.COMPLETE))
                .limit(1)
                .toList();
    }

    /** As {@link Town#officer(String)} put them there. */
    private static SignedIn.Officer officer(String office, String role) {
        var staff = office.split("=")[1] + "-officer-" + role;
        return new SignedIn.Officer("account-" + staff, staff, "officer-" + role, office.split("=")[0], Set.of(role));
    }
}
