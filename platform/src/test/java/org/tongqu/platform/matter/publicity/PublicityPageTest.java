package org.tongqu.platform.matter.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: the public shelves, and the desk behind them. */
class PublicityPageTest {

    private static final StartedPlatform PLATFORM = StartedPlatform.shared();
    private static final String OFFICE = "11110105MB0P0098XX";

    private final Employer employer = Employer.at(PLATFORM, OFFICE);
    private final String today = LocalDate.ofInstant(PLATFORM.bean(Clock.class).instant(), WorkingCalendar.ZONE)
            .toString();

    private Map<String, String> typed(String number) {
        return Map.ofEntries(
                Map.entry("number", number),
                Map.entry("on", today),
                Map.entry("kind", "person"),
                Map.entry("name", "欧阳小明"),
                Map.entry("code", "11010519491231002X"),
                Map.entry("violation", "无照经营" + number),
                Map.entry("facts", "没有取得营业执照从事经营"),
                Map.entry("basis", "《无证无照经营查处办法》第十三条"),
                Map.entry("sorts", "fine"),
                Map.entry("content", "罚款"),
                Map.entry("fine", "0.5"),
                Map.entry("severity", "general"));
    }

    @Test
    void fromTheDeskToThePublicShelfAndDownAgain() {
        var chief = employer.signIn(employer.hires("desk-chief"));
        var anybody = PLATFORM.visitor();
        assertThat(chief.opens("/desk/publicity").body()).contains("/desk/publicity/new");

        var nothing = chief.sends("/desk/publicity/new", Map.of("number", "A〔1〕", "on", "昨天"));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body()).contains("请写成年月日", "A〔1〕");
        var registered = chief.sends("/desk/publicity/new", typed("罚页1号"));
        assertThat(registered.status()).isEqualTo(200);
        assertThat(registered.body()).contains("已经登记", "欧**明", "没有公示，").doesNotContain("欧阳小明");
        assertThat(anybody.opens("/publicity/penalties?q=罚页1号").body()).contains("没有查到");

        var file = registered.at().getPath();
        assertThat(chief.sends(file + "/publish", Map.of()).body()).contains("已经公示", "公示中");
        var shelf = anybody.opens("/publicity/penalties?q=罚页1号");
        assertThat(shelf.body()).contains("欧**明", "无照经营罚页1号");
        var id = file.substring(file.lastIndexOf('/') + 1);
        assertThat(anybody.opens("/publicity/penalties/" + id).body())
                .contains("行政处罚决定书文号", "公示截止期", "0.5")
                .doesNotContain("11010519491231002X");
        var csv = anybody.opens("/publicity/penalties.csv?q=罚页1号");
        assertThat(csv.header("content-type")).startsWith("text/csv");
        assertThat(csv.body()).contains("行政处罚决定书文号", "罚页1号");

        assertThat(chief.opens(file + "/correct").body()).contains("更正 罚页1号", "欧**明");
        assertThat(chief.sends(file + "/withdraw", Map.of()).status()).isEqualTo(422);
        assertThat(chief.sends(file + "/withdraw", Map.of("why", "复议撤销")).body())
                .contains("已经撤下", "复议撤销");
        var gone = anybody.opens("/publicity/penalties/" + id);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.body()).contains("已不再公示", "复议撤销").doesNotContain("欧**明");
    }

    @Test
    void licencesAreShownToEverybodyAndWhatIsNotThereIsNotFound() {
        var anybody = PLATFORM.visitor();
        assertThat(anybody.opens("/publicity").body()).contains("行政许可和行政处罚公示", "/publicity/penalties");
        assertThat(anybody.opens("/publicity?q=没有这家公司").body()).contains("没有查到");
        assertThat(anybody.opens("/publicity/licences/none").status()).isEqualTo(404);
        assertThat(anybody.opens("/publicity/penalties/none").status()).isEqualTo(404);
    }

    @Test
    void whoMayNotRegisterIsNotOfferedIt() {
        var clerk = employer.signIn(employer.hires("acceptor"));
        assertThat(clerk.opens("/desk/publicity").body()).doesNotContain("/desk/publicity/new");
        assertThat(clerk.opens("/desk/publicity/new").status()).isEqualTo(403);
    }

    @Test
    void pagesAskTheDatabaseAFewTimesHoweverManyThereAre() throws Exception {
        var chief = employer.signIn(employer.hires("desk-chief"));
        for (int each = 0; each < 3; each++) {
            var file = chief.sends("/desk/publicity/new", typed("罚数" + each + "号"))
                    .at()
                    .getPath();
            chief.sends(file + "/publish", Map.of());
        }
        var anybody = PLATFORM.visitor();
        assertThat(statements(anybody, "/publicity/penalties")).isLessThanOrEqualTo(4);
        assertThat(statements(anybody, "/publicity")).isLessThanOrEqualTo(4);
        assertThat(statements(anybody, "/publicity/penalties.csv")).isLessThanOrEqualTo(4);
        assertThat(statements(chief, "/desk/publicity")).isLessThanOrEqualTo(8);
    }

    private static int statements(Visitor visitor, String address) throws Exception {
        visitor.opens(address);
        return StatementCount.during(() -> visitor.opens(address));
    }
}
