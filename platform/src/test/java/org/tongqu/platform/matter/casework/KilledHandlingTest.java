package org.tongqu.platform.matter.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.platform._support.ChildProgram;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.matter._support.KeepsHandling;
import org.tongqu.platform.matter._support.Town;

/** FEATURE: whatever an officer was told is done is there once, wherever the program was killed. */
class KilledHandlingTest {

    private static final int CASES = 24;
    private static final int[] KILLED_AFTER = {9, 21};

    private final Town town = Town.fresh();
    private final JdbcClient sql = town.bean(JdbcClient.class);

    @Test
    void killedUnderLoadEveryAcknowledgedActIsThereOnceAndEveryCaseGoesOn() throws Exception {
        List.of("acceptor", "reviewer", "decider").forEach(town::officer);
        var cases = new ArrayList<String>();
        for (int i = 0; i < CASES; i++) {
            cases.add(town.submitted(town.citizen()).caseId());
        }
        Set<String> acknowledged = new HashSet<>();
        for (int most : KILLED_AFTER) {
            try (var program = ChildProgram.start(List.of(), KeepsHandling.class, arguments(cases))) {
                program.lineWith("handling");
                for (int said = 0; said < most; said++) {
                    acknowledged.add(program.lineWith("done "));
                }
                program.kill();
                program.toTheEnd()
                        .lines()
                        .filter(line -> line.startsWith("done "))
                        .forEach(acknowledged::add);
            }
            areThereOnce(acknowledged);
        }
        cases.forEach(this::seemsWhole);
    }

    private String[] arguments(List<String> cases) {
        var arguments = new ArrayList<>(StartedPlatform.shared().argumentsOnTheSameStore());
        arguments.addAll(List.of("--tongqu.evaluation.watch=false", "--tongqu.demo.load=false"));
        arguments.add("--");
        arguments.add(town.office().code() + "=" + town.office().division().value());
        arguments.addAll(cases);
        return arguments.toArray(String[]::new);
    }

    private void areThereOnce(Set<String> acknowledged) {
        assertThat(acknowledged).isNotEmpty();
        for (var line : acknowledged) {
            var words = line.split(" ");
            assertThat(sql.sql("""
                                    SELECT count(*) FROM casework.event WHERE case_id = ? AND type = 'TaskCompleted'
                                      AND payload->>'taskId' = ?""")
                            .params(UUID.fromString(words[1]), words[2])
                            .query(Integer.class)
                            .single())
                    .as(line)
                    .isOne();
        }
    }

    /** Its events have no gap, and what is kept beside them for lists says what they say. */
    private void seemsWhole(String caseId) {
        var id = UUID.fromString(caseId);
        assertThat(sql.sql("SELECT max(seq) = count(*) AND min(seq) = 1 FROM casework.event WHERE case_id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .as(caseId)
                .isTrue();
        var open = sql.sql("SELECT task_id FROM casework.task WHERE case_id = ? AND done_at IS NULL ORDER BY task_id")
                .param(id)
                .query(String.class)
                .list();
        var story = town.bean(Casework.class)
                .findStory(town.officer("acceptor"), caseId)
                .orElseThrow();
        assertThat(story.tasks().stream().map(CaseStory.OpenTask::taskId).sorted())
                .as(caseId)
                .isEqualTo(open);
    }
}
