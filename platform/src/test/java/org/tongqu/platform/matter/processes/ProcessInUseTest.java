package org.tongqu.platform.matter.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.engines.cases.process.Drawing;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.CaseCounts;
import org.tongqu.platform.matter.casework.CaseView;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.services.ProcessFile;
import org.tongqu.platform.matter.services.ProcessFiles;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.matter.services.internal.Restarted;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: an approved process is in use at once for new cases, never for open ones, and after a restart as well. */
class ProcessInUseTest {

    private static final Pattern PERFORMED = Pattern.compile("(<bpmn:userTask id=\"[^\"]*\" name=\")([^\"]*)\"");

    @TempDir
    private Path folder;

    private final Town town = Town.fresh();
    private final Drafts drafts = town.bean(Drafts.class);
    private final ProcessFiles files = town.bean(ProcessFiles.class);
    private final Casework casework = town.bean(Casework.class);
    private final SignedIn.Officer drafter = town.officer("drafter", Set.of(Drafts.DRAFTER));
    private final SignedIn.Officer approver = town.officer("approver", Set.of(Drafts.APPROVER));
    private final SignedIn.Officer acceptor =
            town.officer(town.pack().roles().getFirst().code());

    private ProcessFile process() {
        return files.all().stream()
                .filter(process -> process.pack().id().equals(town.pack().id()))
                .filter(process -> text(process)
                        .contains("<bpmn:process id=\"" + town.pack().process().id() + "\""))
                .findFirst()
                .orElseThrow();
    }

    private String text(ProcessFile process) {
        return new String(files.body(process), StandardCharsets.UTF_8);
    }

    private Draft published(String text) {
        var draft = drafts.begin(drafter, process()).orElseThrow();
        var saved = drafts.save(drafter, draft.id(), draft.revision(), text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        drafts.submit(drafter, draft.id(), saved.revision(), "测试").orElseThrow();
        return drafts.approve(approver, draft.id(), "同意").orElseThrow();
    }

    private CaseView opened() {
        return casework.findCase(acceptor, town.submitted(town.citizen()).caseId())
                .orElseThrow();
    }

    private String firstStep(CaseView view) {
        return casework.findStory(acceptor, view.head().caseId()).orElseThrow().picture().drawing().shapes().stream()
                .filter(shape -> shape.kind() == Drawing.Kind.USER_TASK)
                .findFirst()
                .orElseThrow()
                .name();
    }

    @Test
    void newCasesRunByItOpenOnesDoNotAndARestartKeepsBoth() throws IOException {
        var right = text(process());
        var before = opened();
        var stepBefore = firstStep(before);
        var published = published(PERFORMED.matcher(right).replaceAll("$1$2·新\""));
        try {
            var after = opened();

            assertThat(after.head().pack().version())
                    .isEqualTo(published.fate().version())
                    .endsWith("+" + published.fate().number().orElseThrow());
            assertThat(firstStep(after)).isEqualTo(stepBefore + "·新");
            var still = casework.findCase(acceptor, before.head().caseId()).orElseThrow();
            assertThat(still.head().pack()).isEqualTo(before.head().pack());
            assertThat(firstStep(still)).isEqualTo(stepBefore);
            assertThat(town.bean(CaseCounts.class).byVersion(town.pack().id()))
                    .containsKeys(
                            before.head().pack().version(), after.head().pack().version());

            var restarted = Restarted.on(StartedPlatform.shared(), "../packs");
            assertThat(restarted.find(town.pack().id()).orElseThrow().contentHash())
                    .isEqualTo(after.head().pack().contentHash());
            assertThat(restarted
                            .byHash(before.head().pack().contentHash())
                            .process()
                            .drawing())
                    .isEqualTo(town.bean(ServiceCatalogue.class)
                            .packByHash(before.head().pack().contentHash())
                            .process()
                            .drawing());
            assertThat(deliveredAnew(right).version())
                    .isEqualTo(before.head().pack().version());
            assertThat(verbs(published.id()))
                    .containsExactly("processes.begin", "processes.submit", "processes.approve");
        } finally {
            published(right);
        }
    }

    /** The same pack from another folder, in which the process is another text than the one that was drawn over. */
    private Pack deliveredAnew(String right) throws IOException {
        var delivered = Path.of("../packs", town.pack().id());
        var copy = folder.resolve(town.pack().id());
        try (var all = Files.walk(delivered)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var to = copy.resolve(delivered.relativize(file).toString());
                Files.createDirectories(to.resolveSibling("."));
                Files.copy(file, to);
            }
        }
        Files.writeString(
                copy.resolve(process().file()), PERFORMED.matcher(right).replaceFirst("$1$2（交付）\""));
        return Restarted.on(StartedPlatform.shared(), folder.toString())
                .find(town.pack().id())
                .orElseThrow();
    }

    private List<String> verbs(String draft) {
        return town.bean(Journal.class).entries(new Entry.Subject("process-draft", draft)).stream()
                .map(entry -> entry.entry().verb())
                .toList();
    }

    @Test
    void whatNobodyElseApprovedCannotEvenBeWritten() {
        var draft = drafts.begin(drafter, process()).orElseThrow();
        assertThatThrownBy(() -> town.bean(JdbcClient.class)
                        .sql("UPDATE processes.draft SET state = 'PUBLISHED', number = 1, decided_at = now(),"
                                + " decided_by = ? WHERE id = ?")
                        .params(drafter.actor(), UUID.fromString(draft.id()))
                        .update())
                .rootCause()
                .hasMessageContaining("four_eyes");
        assertThat(drafts.approve(approver, draft.id(), ""))
                .isEqualTo(Outcome.refused(new DraftRefusal.Closed(Draft.State.DRAFTING)));
        drafts.drop(drafter, draft.id()).orElseThrow();
    }
}
