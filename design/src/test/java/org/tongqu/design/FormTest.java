package org.tongqu.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.Checkboxes;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.DateField;
import org.tongqu.design.form.ErrorSummary;
import org.tongqu.design.form.FileUpload;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.FormPage.Send;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Radios;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.form.TextField;

/** FEATURE: a person fills in a form, is told what is wrong and where, and loses nothing that was typed. */
class FormTest {

    private static final Texts T = Rendering.ZH;
    private static final Csrf CSRF = new Csrf("_csrf", "t0ken");

    private static Question ask(String name) {
        return Question.of(T, name, "企业名称");
    }

    @Test
    void theSummaryLinksEachProblemToItsField() {
        var name = TextField.of(ask("firm.name").wrong("请填写名称"), "");
        var since = DateField.inThreeParts(ask("since").wrong("日期不存在"), "2026-2-30");
        var kind = new Radios(ask("kind").wrong("请选择"), List.of(Choice.of("a", "甲"), Choice.of("b", "乙")), "");

        var html = Rendering.of(
                "form/FormPage",
                FormPage.of(T, "登记", Send.to("/send", CSRF), List.of(name, since, kind), Button.main("继续")));

        assertThat(html).contains("还有 3 处需要修改");
        for (var id : List.of("f-firm-name", "f-since", "f-kind")) {
            assertThat(html).contains("href=\"#" + id + "\"").containsOnlyOnce(" id=\"" + id + "\"");
        }
    }

    @Test
    void theSummaryIsSilentWhenNothingIsWrong() {
        assertThat(Rendering.of("form/ErrorSummary", ErrorSummary.none(T))).isBlank();
    }

    @Test
    void aFormCarriesItsTokenAndWhatTravelsAlong() {
        var send = Send.to("/send", CSRF).along("step", "2");

        var html = Rendering.of("form/FormPage", FormPage.of(T, "", send, List.of(), Button.main("继续")));

        assertThat(html)
                .contains("method=\"post\" action=\"/send\"")
                .contains("<input type=\"hidden\" name=\"_csrf\" value=\"t0ken\">")
                .contains("<input type=\"hidden\" name=\"step\" value=\"2\">")
                .doesNotContain("<h1");
    }

    @Test
    void onlyAFormWithPapersIsSentInParts() {
        var paper = new FileUpload(ask("paper"), ".pdf", "10 MB", FileUpload.Count.ONE, List.of());
        var send = Send.to("/send", CSRF);

        assertThat(FormPage.of(T, "", send, List.of(paper), Button.main("x")).encoding())
                .isEqualTo("multipart/form-data");
        assertThat(FormPage.of(T, "", send, List.of(TextField.of(ask("a"), "")), Button.main("x"))
                        .encoding())
                .isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void whatWasTypedIsShownAgainAsTyped() {
        assertThat(Rendering.of("form/TextField", TextField.of(ask("a"), "A&B \"公司\"")))
                .contains("value=\"A&amp;B &#34;公司&#34;\"");
        assertThat(Rendering.of("form/TextArea", TextArea.of(ask("a"), "\n第一行\n</textarea>")))
                .contains(">\n\n第一行\n&lt;/textarea&gt;</textarea>");
        assertThat(Rendering.of(
                        "form/Checkboxes",
                        new Checkboxes(ask("c"), List.of(Choice.of("x", "甲"), Choice.of("y", "乙")), Set.of("y"))))
                .contains("value=\"y\" checked")
                .doesNotContain("value=\"x\" checked");
    }

    @Test
    void aKnownAnswerSaysWhereItComesFrom() {
        var html = Rendering.of("form/TextField", TextField.of(ask("a").knownFrom("人口库", "2026年11月1日"), "李娜"));

        assertThat(html).contains("已从人口库带出（数据日期：2026年11月1日）").contains("aria-describedby=\"f-a-from\"");
    }

    @Test
    void aWrongAnswerIsMarkedForEarsToo() {
        var html =
                Rendering.of("form/TextField", TextField.of(ask("a").hint("例").wrong("请填写"), ""));

        assertThat(html).contains("aria-invalid=\"true\"").contains("aria-describedby=\"f-a-hint f-a-wrong\"");
    }

    @Test
    void aFieldWithNothingToAddHasNoEmptyAttributes() {
        assertThat(Rendering.of("form/TextField", TextField.of(ask("a"), "")))
                .doesNotContain("aria-describedby")
                .doesNotContain("aria-invalid");
    }

    @Test
    void anAddressThatRunsAScriptIsNotALink() {
        var html = Rendering.of("form/ButtonLink", ButtonLink.plain("打开", "javascript:alert(1)"));

        assertThat(html).doesNotContain("javascript:");
    }
}
