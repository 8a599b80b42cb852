package org.tongqu.platform.front.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.processes.Drafts;
import org.tongqu.platform.matter.services.ProcessFiles;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: what is drawn is tried on cases that were, before anybody approves of it. */
class TryingTest {

    private final Town town = Town.fresh();
    private final Employer employer = Employer.at(StartedPlatform.shared(), "11110105MB0P0098XX");
    private final ProcessFiles files = town.bean(ProcessFiles.class);

    @Test
    void aDrawingIsPlayedOverPastCasesAndWhoeverApprovesReadsWhatCameOfIt() throws IOException {
        town.submitted(town.citizen());
        var caseId = town.submitted(town.citizen()).caseId();
        town.complete(town.officer("acceptor"), caseId, "refuse", "材料不符合法定形式，已经告知。")
                .orElseThrow();
        var process = files.all().stream()
                .filter(one -> one.pack().id().equals(town.pack().id()))
                .findFirst()
                .orElseThrow();
        var address = "/desk/studio/processes/" + process.pack().id() + "/" + process.name() + "/draft";
        var drafter = employer.signIn(employer.hires(Drafts.DRAFTER));
        drafter.opens(address.replaceAll("/draft$", ""));
        assertThat(drafter.sends(address + "/begin", Map.of()).body()).contains("还没有试跑过现在的这张图", "试跑这张图");
        var days = Map.of("from", today(-30), "to", today(0));

        var same = drafter.sends(address + "/rehearse", days);
        assertThat(same.status()).isEqualTo(422);
        assertThat(same.body()).contains("这张图和正在用的没有不同");
        assertThat(drafter.sends(address + "/rehearse", Map.of("from", "?")).body())
                .contains("请写完整的起止日期");
        keep(drafter, address, "1", exchanged(new String(files.body(process), StandardCharsets.UTF_8)));

        var begun = drafter.sends(address + "/rehearse", days);
        assertThat(begun.status()).isEqualTo(200);
        var rehearsal = begun.at().getPath();
        assertThat(rehearsal).startsWith("/desk/studio/rehearsals/");
        untilItIsOver(rehearsal.substring(rehearsal.lastIndexOf('/') + 1));

        var page = drafter.opens(address).body();
        assertThat(page).contains(rehearsal, "看试跑结果").doesNotContain("：0 件结果不同");
        show("draft", page);
        show("rehearsal", drafter.opens(rehearsal).body());
        drafter.sends(address + "/submit", Map.of("revision", "2", "note", "交换两个结果"));
        var approver = employer.signIn(employer.hires(Drafts.APPROVER));
        var judged = approver.opens(address).body();
        assertThat(judged).contains("审定并发布", "试跑了", rehearsal);
        assertThat(approver.opens(rehearsal).status()).isEqualTo(200);
        assertThat(approver.sends(address + "/return", Map.of("why", "再想想")).status())
                .isEqualTo(200);

        keep(drafter, address, "2", new String(files.body(process), StandardCharsets.UTF_8) + "\n");
        assertThat(drafter.opens(address).body()).contains("还没有试跑过现在的这张图");
        assertThat(drafter.sends(address + "/drop", Map.of()).status()).isEqualTo(200);
    }

    private void untilItIsOver(String id) {
        var ended = town.bean(JdbcClient.class)
                .sql("SELECT ended_at IS NOT NULL FROM studio.rehearsal WHERE id = ?::bigint")
                .param(id);
        while (!ended.query(Boolean.class).single()) {
            Thread.onSpinWait();
        }
    }

    private static void keep(Visitor drafter, String address, String revision, String xml) {
        assertThat(drafter.sends(address + "/keep", Map.of("revision", revision, "xml", xml))
                        .body())
                .contains("\"revision\"");
    }

    /** The process with the names of two results exchanged. */
    private static String exchanged(String xml) {
        return xml.replace("tongqu:result=\"refused\"", "tongqu:result=\"?\"")
                .replace("tongqu:result=\"rejected\"", "tongqu:result=\"refused\"")
                .replace("tongqu:result=\"?\"", "tongqu:result=\"rejected\"");
    }

    private String today(int days) {
        return LocalDate.ofInstant(town.bean(Clock.class).instant(), WorkingCalendar.ZONE)
                .plusDays(days)
                .toString();
    }

    /** To be looked at. */
    private static void show(String name, String page) throws IOException {
        var path = Path.of("target", "pages", "trying-" + name + ".html");
        Files.createDirectories(path.getParent());
        Files.writeString(path, page);
    }
}
