package org.tongqu.platform.matter.studio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform._support.Visitor.Answer;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.identity.Accounts;

/** FEATURE: in the studio a changed pack is handed in, and what it would have made of cases is read. */
class StudioPageTest {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String BOUNDARY = "----tongqu-test";

    private final Changes changes = new Changes();

    private Visitor designer() {
        return signedIn(Rehearsals.DESIGNER);
    }

    /** Somebody of the town's office, at the desk. */
    private Visitor signedIn(String role) {
        var officer = changes.town.officer("page-" + role, Set.of(role));
        var name = "studio-" + PEOPLE.incrementAndGet();
        changes.town
                .bean(Accounts.class)
                .enrol(officer.staff(), name, Employer.PASSWORD)
                .orElseThrow();
        var visitor = StartedPlatform.shared().visitor();
        visitor.opens("/desk/sign-in");
        visitor.sends("/desk/sign-in", Map.of("name", name, "password", Employer.PASSWORD));
        return visitor;
    }

    private String form() {
        return "/desk/studio/rehearsals/new?pack=" + changes.town.pack().id();
    }

    private Answer sends(Visitor who, SentFile... files) {
        who.opens(form());
        var fields = new LinkedHashMap<String, String>();
        var wanted = changes.wanted(files);
        fields.put("_csrf", who.csrf());
        fields.put("pack", wanted.packId());
        fields.put("from", wanted.period().orElseThrow().from().toString());
        fields.put("to", wanted.period().orElseThrow().to().toString());
        fields.put("organisation", wanted.organisation().orElseThrow());
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(UTF_8)));
        for (var file : files) {
            part(body, "name=\"files\"; filename=\"" + file.name() + "\"", file.bytes());
        }
        write(body, ("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return who.answer(HttpRequest.newBuilder(who.address().resolve("/desk/studio/rehearsals"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static void part(ByteArrayOutputStream body, String head, byte[] content) {
        write(body, ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n").getBytes(UTF_8));
        write(body, content);
        write(body, "\r\n".getBytes(UTF_8));
    }

    private static void write(ByteArrayOutputStream body, byte[] bytes) {
        try {
            body.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private long number(Answer answer) {
        return Long.parseLong(answer.at().getPath().replaceFirst(".*/", ""));
    }

    @Test
    void fromThePacksToWhatWouldHaveBecomeOfEachCase() {
        changes.refused();
        changes.open();
        var designer = designer();
        assertThat(designer.opens("/desk/studio").body())
                .contains("服务设计室", form().replace("/", "%2F").substring(40));
        assertThat(designer.opens(form()).body()).contains("改过的文件", changes.process());

        var begun = sends(designer, changes.otherResult());
        var page = "/desk/studio/rehearsals/" + number(begun);
        changes.over(number(begun));

        var result = designer.opens(page);
        assertThat(result.header("refresh")).as("it is over").isEmpty();
        assertThat(result.body())
                .contains("已完成", "结果不同", "不予受理", "不予登记", "在办的件不受影响", "改了什么", "/desk/cases/")
                .doesNotContain("⟦");
        assertThat(designer.opens(page + "?view=open").body()).contains("没有这样的件");
        assertThat(designer.opens("/desk/studio/rehearsals").body())
                .contains("第 " + number(begun) + " 号", changes.process())
                .doesNotContain("⟦");
        assertThat(designer.opens(page + "?lang=en").status()).isEqualTo(200);

        var csv = designer.opens(page + "/cases.csv?view=otherwise");
        assertThat(csv.header("content-type")).startsWith("text/csv");
        assertThat(csv.body().lines()).hasSize(2).last().asString().contains("不予受理", "不予登记", "结果不同");
        assertThat(designer.opens(page + "/cases.xlsx?view=otherwise").header("content-type"))
                .contains("spreadsheetml");
        assertThat(designer.opens(page + "/cases.csv?view=nothing").status()).isEqualTo(404);

        var again = designer.sends(page + "/again", Map.of());
        assertThat(again.body()).contains("已经重新开始");
        assertThat(number(again)).isGreaterThan(number(begun));
        changes.over(number(again));
        assertThat(designer.sends(page + "/cancel", Map.of()).body()).contains("已经结束");
    }

    @Test
    void onItsWayThePageSaysHowFarItIsAndOpensItselfAgain() {
        changes.refused();
        var of = changes.played(changes.otherResult());
        changes.town
                .bean(JdbcClient.class)
                .sql("UPDATE studio.rehearsal SET state = 'running', ended_at = NULL, program = 'elsewhere',"
                        + " heard_at = now(), cases = 12, cuts = 1 WHERE id = ?")
                .param(of.id())
                .update();

        var page = designer().opens("/desk/studio/rehearsals/" + of.id());

        assertThat(page.header("refresh")).isEqualTo("5");
        assertThat(page.body())
                .contains("试算中", "1 / 12 件", "程序停过")
                .doesNotContain("/cancel")
                .doesNotContain("⟦");
        changes.rehearsals.cancel(changes.designer(), of.id()).orElseThrow();
    }

    @Test
    void everyProblemOfWhatWasSentIsTold() {
        var designer = designer();

        var faulty = sends(
                designer,
                new SentFile("a.exe", "MZ".getBytes(UTF_8)),
                new SentFile("nowhere.yaml", "a: b".getBytes(UTF_8)),
                new SentFile("pack.yaml", new byte[] {'a', '\n', (byte) 0xB7}));
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.body())
                .contains("没有开始试算", "a.exe", "nowhere.yaml", "不是 UTF-8", "检查结果（3 条）")
                .contains(changes.town.office().code())
                .doesNotContain("⟦");

        var broken = Changes.changed(
                changes.process(), changes.text(changes.process()).replace("role:acceptor", "role:nobody"));
        var checked = sends(designer, broken);
        assertThat(checked.status()).isEqualTo(422);
        assertThat(checked.body()).contains(changes.process(), "nobody").doesNotContain("⟦");

        assertThat(sends(designer).body()).contains("请选择改过的文件");
    }

    @Test
    void whoDoesNotDesignOrWatchDoesNotGetInAndWhoWatchesBeginsNothing() {
        changes.refused();
        var id = changes.played(changes.otherResult()).id();
        var page = "/desk/studio/rehearsals/" + id;
        var clerk = signedIn("acceptor");
        var supervisor = signedIn("supervisor");

        assertThat(clerk.opens("/desk/inbox").body()).doesNotContain("/desk/studio");
        for (var address :
                new String[] {"/desk/studio", "/desk/studio/rehearsals", page, page + "/cases.csv?view=later", form()
                }) {
            assertThat(clerk.opens(address).status()).as(address).isEqualTo(403);
        }
        assertThat(supervisor.opens(page).body()).contains("/desk/cases/").doesNotContain("/again");
        assertThat(supervisor.opens(form()).status()).isEqualTo(403);
        assertThat(sends(supervisor, changes.otherResult()).status()).isEqualTo(403);
        assertThat(supervisor.sends(page + "/again", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void pagesAskTheDatabaseAFewTimesHoweverManyCasesThereAre() throws Exception {
        for (int i = 0; i < 3; i++) {
            changes.refused();
        }
        var id = changes.played(changes.otherResult()).id();
        var designer = designer();

        assertThat(statements(designer, "/desk/studio/rehearsals/" + id)).isLessThanOrEqualTo(10);
        assertThat(statements(designer, "/desk/studio/rehearsals")).isLessThanOrEqualTo(4);
        assertThat(statements(designer, "/desk/studio")).isLessThanOrEqualTo(4);
    }

    private static int statements(Visitor visitor, String address) throws Exception {
        visitor.opens(address);
        return StatementCount.during(() -> visitor.opens(address));
    }
}
