package org.tongqu.platform.front.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.proof.Digest;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform._support.Visitor.Answer;
import org.tongqu.platform.matter.processes.Drafts;
import org.tongqu.platform.matter.services.ProcessFile;
import org.tongqu.platform.matter.services.ProcessFiles;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: a process is drawn, checked as it is drawn, and taken into use by somebody who did not draw it. */
class DraftingPageTest {

    private static final StartedPlatform PLATFORM = StartedPlatform.shared();
    private static final String LIST = "/desk/studio/processes";
    private static final Pattern LIMITED = Pattern.compile("tongqu:limit=\"([^\"]*)\"");
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"([0-9]+)\"");

    private final Employer employer = Employer.at(PLATFORM, "11110105MB0P0097XX");
    private final ProcessFiles files = PLATFORM.bean(ProcessFiles.class);

    /** The processes of all packs; each test takes one of its own. */
    private ProcessFile process(int number) {
        var limited = files.all().stream()
                .filter(process -> LIMITED.matcher(text(process)).find())
                .toList();
        return limited.get(limited.size() - number);
    }

    private String text(ProcessFile process) {
        return new String(files.body(process), StandardCharsets.UTF_8);
    }

    private static String at(ProcessFile process) {
        return LIST + "/" + process.pack().id() + "/" + process.name();
    }

    private static Answer keep(Visitor visitor, String address, int revision, String xml) {
        return visitor.sends(address + "/draft/keep", Map.of("revision", String.valueOf(revision), "xml", xml));
    }

    private static String revision(Answer page) {
        var found = REVISION.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void everyChangeIsCheckedWithTheElementAndLineAndASecondEditorIsToldByWhom() {
        var process = process(1);
        var address = at(process);
        var worker = employer.hires(Drafts.DRAFTER);
        var drafter = employer.signIn(worker);
        var colleague = employer.signIn(employer.hires(Drafts.DRAFTER));
        assertThat(drafter.opens(LIST).body()).contains(address, "随服务包交付");
        assertThat(drafter.opens(address).body()).contains("<svg", "起草修改");
        var draft = drafter.sends(address + "/draft/begin", Map.of());
        assertThat(draft.status()).isEqualTo(200);
        assertThat(draft.body()).contains("id=\"studio\"", "studio.js", "没有发现问题", "起草中");
        assertThat(draft.header("Content-Security-Policy"))
                .contains("style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(colleague.opens(address + "/draft").status()).isEqualTo(200);

        var right = text(process);
        var wrong = LIMITED.matcher(right).replaceFirst("tongqu:limit=\"很快\"");
        var told = keep(drafter, address, 1, wrong);
        assertThat(told.status()).isEqualTo(200);
        int line = 1 + (int) wrong.substring(0, wrong.indexOf("很快")).lines().count() - 1;
        assertThat(told.body())
                .contains("\"revision\":\"2\"", "（第 " + line + " 行）", "很快")
                .doesNotContain("\"problems\":[]");
        assertThat(told.body()).containsPattern("\"element\":\"[a-zA-Z0-9_-]+\"");

        var overtaken = keep(colleague, address, 1, right);
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.body()).contains("周敏", "没有保存");
        assertThat(keep(drafter, address, 2, right).body()).contains("\"revision\":\"3\"", "\"problems\":[]");

        var typed = drafter.sends(address + "/draft/check", Map.of("xml", wrong));
        assertThat(typed.body()).contains("已检查，没有保存", "（第 " + line + " 行）");
        assertThat(drafter.opens(address + "/draft").body()).contains("没有发现问题");
        assertThat(drafter.sends(address + "/draft/submit", Map.of("revision", "3", "note", "x"))
                        .body())
                .contains("没有不同，不需要送审");
        assertThat(drafter.sends(address + "/draft/drop", Map.of()).body()).contains("已放弃这份草稿");
        assertThat(drafter.opens(address + "/draft").status()).isEqualTo(404);
    }

    @Test
    void whatIsBrokenHugeOrAsksForOtherFilesIsNeverSubmitted() {
        var process = process(2);
        var address = at(process);
        var drafter = employer.signIn(employer.hires(Drafts.DRAFTER));
        drafter.opens(address);
        drafter.sends(address + "/draft/begin", Map.of());

        assertThat(keep(drafter, address, 1, "<bpmn:definitions").body()).contains("\"severity\":\"error\"");
        assertThat(drafter.opens(address + "/draft").status()).isEqualTo(200);
        var notXml = drafter.sends(address + "/draft/submit", Map.of("revision", "2", "note", "x"));
        assertThat(notXml.status()).isEqualTo(422);
        assertThat(notXml.body()).contains("检查发现");

        var entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + text(process).replaceFirst("<\\?xml.*?\\?>", "").replaceFirst("name=\"[^\"]*\"", "name=\"&e;\"");
        var refused = keep(drafter, address, 2, entity);
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body()).contains("\"severity\":\"error\"");
        var page = drafter.sends(address + "/draft/submit", Map.of("revision", "3", "note", "x"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("检查发现", "&amp;e;");

        var huge = multipart(drafter, address + "/draft/save", "3", " ".repeat(Drafts.LARGEST + 1));
        assertThat(huge.status()).isEqualTo(422);
        assertThat(huge.body()).contains("文件太大，没有保存");
        drafter.sends(address + "/draft/drop", Map.of());
    }

    private static Answer multipart(Visitor visitor, String path, String revision, String xml) {
        var boundary = "----" + Digest.of(path).hex();
        var body = new StringBuilder();
        Map.of("_csrf", visitor.csrf(), "revision", revision, "xml", xml)
                .forEach((name, value) -> body.append("--")
                        .append(boundary)
                        .append("\r\nContent-Disposition: form-data; name=\"")
                        .append(name)
                        .append("\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        return visitor.answer(HttpRequest.newBuilder(visitor.address().resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body + "--" + boundary + "--\r\n"))
                .build());
    }

    @Test
    void somebodyElseSeesTheDifferencesReturnsItAndApprovesIt() {
        var process = process(3);
        var address = at(process);
        var both = employer.signIn(employer.hires(Drafts.DRAFTER, Drafts.APPROVER));
        var approver = Employer.at(PLATFORM, "11110105MB0P0096XX");
        var judge = approver.signIn(approver.hires(Drafts.APPROVER));
        both.opens(address);
        var draft = both.sends(address + "/draft/begin", Map.of());
        var right = text(process);
        var changed = LIMITED.matcher(right).replaceFirst("tongqu:limit=\"7 working days\"");
        assertThat(keep(both, address, Integer.parseInt(revision(draft)), changed)
                        .status())
                .isEqualTo(200);
        assertThat(both.sends(address + "/draft/submit", Map.of("revision", "2"))
                        .body())
                .contains("请写明修改说明");
        var submitted = both.sends(address + "/draft/submit", Map.of("revision", "2", "note", "依据新规放宽时限"));
        assertThat(submitted.body()).contains("已送审", "待审定").doesNotContain("审定并发布");
        var own = both.sends(address + "/draft/approve", Map.of());
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.body()).contains("不能由您审定");

        var seen = judge.opens(address + "/draft");
        assertThat(seen.body())
                .contains("依据新规放宽时限", "7 working days", "审定并发布", "/desk/studio\"", "<del>", "<ins>")
                .doesNotContain("studio.js");
        assertThat(judge.sends(address + "/draft/return", Map.of()).body()).contains("请写明退回原因");
        assertThat(judge.sends(address + "/draft/return", Map.of("why", "请写明依据"))
                        .body())
                .contains("已退回修改");
        assertThat(both.opens(address + "/draft").body()).contains("请写明依据", "已退回修改", "id=\"studio\"");
        both.sends(address + "/draft/submit", Map.of("revision", "2", "note", "依据条例第三条"));
        judge.opens(address + "/draft");
        var published = judge.sends(address + "/draft/approve", Map.of("why", "同意"));
        assertThat(published.at().getPath()).isEqualTo(LIST);
        assertThat(published.body()).contains("已发布，现在起");

        var number = files.find(process.pack().id(), process.name())
                .orElseThrow()
                .number()
                .orElseThrow();
        var page = judge.opens(address);
        assertThat(page.body()).contains("+" + number, "依据条例第三条", "周敏");
        assertThat(judge.opens(address + "/versions/" + number).body()).contains("同意", "7 working days");
        assertThat(judge.opens(address + "/versions/999").status()).isEqualTo(404);
        assertThat(text(files.find(process.pack().id(), process.name()).orElseThrow()))
                .isEqualTo(changed);
        restore(both, judge, address, right);
    }

    private static void restore(Visitor drafter, Visitor judge, String address, String right) {
        drafter.opens(address);
        drafter.sends(address + "/draft/begin", Map.of());
        keep(drafter, address, 1, right);
        drafter.sends(address + "/draft/submit", Map.of("revision", "2", "note", "恢复"));
        judge.opens(address + "/draft");
        assertThat(judge.sends(address + "/draft/approve", Map.of()).body()).contains("已发布");
    }

    @Test
    void whoHasNeitherRoleLooksAndDoesNothingAndAnotherOfficeIsToldWhoDraws() {
        var process = process(4);
        var address = at(process);
        var clerk = employer.signIn(employer.hires("acceptor"));
        assertThat(clerk.opens(address).body()).contains("<svg").doesNotContain("起草修改</button>");
        assertThat(clerk.opens("/desk/notices").body()).doesNotContain(LIST);
        assertThat(clerk.sends(address + "/draft/begin", Map.of()).status()).isEqualTo(403);
        assertThat(clerk.opens(address + "/draft").status()).isEqualTo(404);
        assertThat(clerk.opens(LIST + "/no/such/process").status()).isEqualTo(404);
        assertThat(PLATFORM.visitor().opens(LIST).at().getPath()).isEqualTo("/desk/sign-in");

        var drafter = employer.signIn(employer.hires(Drafts.DRAFTER));
        drafter.opens(address);
        drafter.sends(address + "/draft/begin", Map.of());
        var other = Employer.at(PLATFORM, "11110105MB0P0095XX");
        var rival = other.signIn(other.hires(Drafts.DRAFTER));
        rival.opens(address);
        var taken = rival.sends(address + "/draft/begin", Map.of());
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body()).contains("测试单位11110105MB0P0097XX", "周敏");
        assertThat(rival.opens(address + "/draft").status()).isEqualTo(404);
        drafter.sends(address + "/draft/drop", Map.of());
    }

    @Test
    void pagesAskTheDatabaseAFewTimesHoweverManyThereAre() throws Exception {
        var drafter = employer.signIn(employer.hires(Drafts.DRAFTER));
        for (var page : List.of(LIST, at(process(5)))) {
            drafter.opens(page);
            assertThat(StatementCount.during(() -> drafter.opens(page)))
                    .as(page)
                    .isLessThanOrEqualTo(9);
        }
    }
}
