package org.tongqu.platform.matter.studio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.Rehearsal;
import org.tongqu.platform.matter.services.PackContent;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.trust.identity.SignedIn;

/** A town with cases of its own, a designer of it, and changes of the pack they were handled by. */
final class Changes {

    private static final AtomicInteger EDITIONS = new AtomicInteger();

    final Town town = Town.fresh();
    final Rehearsals rehearsals = town.bean(Rehearsals.class);
    private final PackContent applies =
            town.bean(ServiceCatalogue.class).content(town.pack().id());

    SignedIn.Officer designer() {
        return town.officer("designer", Set.of(Rehearsals.DESIGNER));
    }

    /** An application that was not accepted. */
    String refused() {
        var caseId = town.submitted(town.citizen()).caseId();
        town.complete(town.officer("acceptor"), caseId, "refuse", "材料不符合法定形式，已经告知。")
                .orElseThrow();
        return caseId;
    }

    String open() {
        return town.submitted(town.citizen()).caseId();
    }

    String process() {
        return applies.names().stream()
                .filter(name -> name.endsWith(".bpmn"))
                .findFirst()
                .orElseThrow();
    }

    String text(String name) {
        return new String(applies.find(name).orElseThrow(), UTF_8);
    }

    /** The process with the names of two results exchanged. */
    SentFile otherResult() {
        return changed(
                process(),
                text(process())
                        .replace("tongqu:result=\"refused\"", "tongqu:result=\"?\"")
                        .replace("tongqu:result=\"rejected\"", "tongqu:result=\"refused\"")
                        .replace("tongqu:result=\"?\"", "tongqu:result=\"rejected\""));
    }

    /** The process without the outcome that was chosen, and what speaks of that outcome. */
    SentFile[] withoutOutcome() {
        var rules = "supervision/rules.yaml";
        var scenario = "scenarios/refused.yaml";
        return new SentFile[] {
            changed(process(), text(process()).replaceFirst("<tongqu:outcome code=\"refuse\"[^>]*/>", "")),
            changed(rules, text(rules).replace("outcomes: [refuse]", "outcomes: [accept]")),
            changed(
                    scenario,
                    text(scenario)
                            .replace("outcome: refuse,", "outcome: accept,")
                            .replace("outcome: refuse}", "outcome: accept}"))
        };
    }

    /** Acceptance gets more time. */
    SentFile longerAcceptance() {
        return changed(
                "pack.yaml",
                text("pack.yaml").replaceFirst("(acceptance:\\s+limit: )\\d+ working days?", "$14 working days"));
    }

    /** As nobody has sent it before, so that no two tests share what is kept of it. */
    static SentFile changed(String name, String text) {
        var mark = "edition " + EDITIONS.incrementAndGet();
        var marked = name.endsWith(".bpmn") ? text + "\n<!-- " + mark + " -->\n" : text + "\n# " + mark + "\n";
        return new SentFile(name.substring(name.lastIndexOf('/') + 1), marked.getBytes(UTF_8));
    }

    /** Cases of this town opened today, and those that are open. */
    Wanted wanted(SentFile... files) {
        var today = LocalDate.ofInstant(town.bean(Clock.class).instant(), WorkingCalendar.ZONE);
        return new Wanted(
                town.pack().id(),
                Optional.of(new Rehearsal.Period(today.minusDays(1), today)),
                Optional.of(town.office().code()),
                List.of(files));
    }

    Rehearsed played(SentFile... files) {
        return over(rehearsals.begin(designer(), wanted(files)).orElseThrow());
    }

    /** It, when it has come to its end. */
    Rehearsed over(long id) {
        var state = town.bean(JdbcClient.class)
                .sql("SELECT state FROM studio.rehearsal WHERE id = ?")
                .param(id);
        while (Set.of("waiting", "running").contains(state.query(String.class).single())) {
            Thread.onSpinWait();
        }
        return rehearsals.find(designer(), id).orElseThrow();
    }

    List<ForeseenCase> cases(Rehearsed of, View view) {
        return rehearsals.cases(designer(), of, view, 0).rows();
    }

    /** The whole pack with this in place of what it has. */
    Map<String, byte[]> whole(SentFile changed, String as) {
        var files = new LinkedHashMap<String, byte[]>();
        applies.names().stream()
                .sorted()
                .forEach(name -> files.put(name, applies.find(name).orElseThrow()));
        files.put(as, changed.bytes());
        return files;
    }

    static SentFile zip(String name, Map<String, byte[]> files) {
        try (var bytes = new ByteArrayOutputStream();
                var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
            zip.finish();
            return new SentFile(name, bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
