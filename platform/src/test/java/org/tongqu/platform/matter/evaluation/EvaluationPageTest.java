package org.tongqu.platform.matter.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform._support.Visitor;
import org.tongqu.platform.trust._support.Employer;

/** FEATURE: places, sheets and rows on the desk. */
class EvaluationPageTest {

    private final Scored scored = Scored.shared();
    private final String code = scored.slow.office().code();
    private final Employer employer = Employer.at(StartedPlatform.shared(), "11110105MB0P0088XX");
    private final String sheet = "/desk/evaluation/" + scored.month.id() + "/organisation/" + code;

    @Test
    void fromThePlaceToTheRowInThreeClicks() {
        var visitor = employer.signIn(employer.hires("supervisor"));
        var ranking = visitor.opens("/desk/evaluation?period=" + scored.month.id());
        assertThat(ranking.status()).isEqualTo(200);
        assertThat(ranking.body()).contains("69.34", sheet, "已于");
        assertThat(visitor.opens("/desk/evaluation").body()).contains("暂定分数");
        assertThat(ranking.body()).contains("未排名：计分指标太少", "有数可算的指标 1 个，至少 3 个才排名");
        assertThat(visitor.opens("/desk/evaluation/export.csv?period=" + scored.month.id())
                        .body())
                .contains("未排名：计分指标太少");
        assertThat(visitor.opens(sheet).body()).contains("按时办结率", "75%", "69.34", "cases_ended?without=cases_in_time");
        assertThat(visitor.opens(sheet + "/cases_ended?without=cases_in_time").body())
                .contains(scored.lateReceipt, "/desk/cases/");
        assertThat(visitor.opens("/desk/evaluation?by=region&period=" + scored.month.id())
                        .body())
                .contains("/region/");
        assertThat(visitor.opens("/desk/evaluation?by=post").status()).isEqualTo(200);
        assertThat(visitor.opens("/desk/evaluation/scheme").body())
                .contains("cases_in_time / cases_ended * 100", scored.month.id().substring(0, 4));
        assertThat(visitor.opens(sheet + "/nonsense").status()).isEqualTo(404);
        assertThat(visitor.opens("/desk/evaluation/1999-01/organisation/" + code)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoNeitherLeadsNorWatchesIsNotLetIn() {
        var visitor = employer.signIn(employer.hires("acceptor"));
        assertThat(visitor.opens("/desk/evaluation").status()).isEqualTo(403);
        assertThat(visitor.opens(sheet).status()).isEqualTo(403);
        var chief = employer.signIn(employer.hires("desk-chief"));
        assertThat(chief.opens("/desk/evaluation?period=" + scored.month.id()).body())
                .contains("69.34")
                .doesNotContain(sheet);
        assertThat(chief.opens(sheet).status()).isEqualTo(404);
    }

    @Test
    void pagesAskTheDatabaseAFewTimesHoweverManyAreRanked() throws Exception {
        var visitor = employer.signIn(employer.hires("supervisor"));
        assertThat(statements(visitor, "/desk/evaluation?period=" + scored.month.id()))
                .isLessThanOrEqualTo(8);
        assertThat(statements(visitor, "/desk/evaluation")).isLessThanOrEqualTo(8);
        assertThat(statements(visitor, sheet)).isLessThanOrEqualTo(10);
        assertThat(statements(visitor, sheet + "/cases_ended")).isLessThanOrEqualTo(8);
    }

    private static int statements(Visitor visitor, String address) throws Exception {
        visitor.opens(address);
        return StatementCount.during(() -> visitor.opens(address));
    }
}
