package org.tongqu.engines.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongqu.engines.cases._support.Drawn;
import org.tongqu.engines.cases._support.Played;
import org.tongqu.engines.cases.process.Process;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;

/** FEATURE: every row of the table of elements has a file that is read, and a case of it comes to its end. */
class ElementFilesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "cases", "elements");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Datum.Fields NOTHING = new Datum.Fields(Map.of());
    private static final Map<String, Datum> KNOWN = Map.of(
            "organisations", Datum.empty().with("tax", Datum.of(Played.OFFICE)),
            "panel", Datum.of(List.of(Datum.of(Played.OFFICE), Datum.of(Played.OFFICE))));

    static List<Path> files() throws IOException {
        try (var found = Files.list(FOLDER)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void theFileIsReadAndACaseOfItEnds(Path file) throws IOException {
        var called = FOLDER.resolve("called").resolve("check.bpmn");
        var others = Files.readString(file).contains("<callActivity")
                ? Map.of("check.bpmn", Files.readAllBytes(called))
                : Map.<String, byte[]>of();
        var process = Drawn.processOf(Files.readAllBytes(file), others);
        var played = new Played(process).on("2026-03-02 09:00").does(Played.open(Played.CLOCKS, KNOWN), Played.WANG);

        for (int i = 0; i < 50 && played.state().status() == CaseState.Status.RUNNING; i++) {
            next(played, process);
        }

        assertThat(played.state().status()).isEqualTo(CaseState.Status.ENDED);
        assertThat(Cases.replay(process, played.events())).isEqualTo(played.state());
        assertThat(process.results()).contains(played.state().result().orElseThrow());
    }

    @Test
    void everythingNamedInTheTableStandsInSomeFile() throws IOException {
        var drawn = new StringBuilder();
        for (var file : files()) {
            drawn.append(Files.readString(file));
        }
        var rows = elementRows();

        assertThat(rows).hasSizeGreaterThan(25);
        for (var row : rows) {
            assertThat(CODE.matcher(row.split("\\|")[1]).results().map(found -> found.group(1)))
                    .allSatisfy(code -> assertThat(drawn).contains(code));
        }
    }

    private static List<String> elementRows() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "processes.md")).stream()
                .dropWhile(line -> !line.startsWith("| Element |"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .toList();
    }

    /** Whoever is waited for does the first thing they can. */
    private static void next(Played played, Process process) {
        var state = played.state();
        if (!state.openTasks().isEmpty()) {
            var task = state.openTasks().getFirst();
            var outcome = Cases.outcomes(process, task).getFirst().code();
            played.does(Played.complete(task.id(), outcome), AnyAct.performer(task));
        } else if (!state.services().isEmpty()) {
            played.does(new CaseCommand.ServiceDone(state.services().getFirst().id(), NOTHING), Played.PLATFORM);
        } else {
            var told = new ArrayList<CaseCommand>();
            told.add(new CaseCommand.Receive("fee.paid", NOTHING));
            told.add(new CaseCommand.Signal("licence.suspended", NOTHING));
            var taken = told.stream()
                    .filter(command -> played.decide(command, Played.PLATFORM) instanceof Outcome.Done)
                    .findFirst()
                    .orElseThrow();
            played.does(taken, Played.PLATFORM);
        }
    }
}
