package org.tongqu.platform.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.corrections.Correction;
import org.tongqu.platform.data.corrections.CorrectionAct;
import org.tongqu.platform.data.corrections.CorrectionDeed;
import org.tongqu.platform.data.corrections.CorrectionRefusal;
import org.tongqu.platform.data.corrections.Corrections;
import org.tongqu.platform.data.corrections.Reported;
import org.tongqu.platform.matter.notices.NoticeBox;
import org.tongqu.platform.matter.supervision.FindingFilter;
import org.tongqu.platform.matter.supervision.Findings;
import org.tongqu.platform.matter.supervision.internal.Lookout;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: a wrong value goes back to where it came from, and the right one closes it when it arrives. */
class CorrectionsTest {

    private Twin twin;
    private Corrections corrections;

    @BeforeEach
    void aValueWasDelivered() throws Exception {
        twin = new Twin("");
        twin.people(3, 10);
        corrections = twin.provider.bean(Corrections.class);
    }

    private String agreed() throws Exception {
        var agreement = twin.agreed(Masking.PLAIN, OptionalLong.empty());
        twin.run();
        return agreement.id();
    }

    private Reported wrongName(String key, String expected) {
        return new Reported(twin.flow.id(), List.of(key), "name", expected, "当事人的身份证");
    }

    private Correction reported() {
        return corrections
                .report(twin.consumer.officer(), wrongName("C000002", "林晓岚"))
                .orElseThrow();
    }

    @Test
    void theCorrectedValueArrivesWithTheNextRunAndClosesIt() throws Exception {
        var agreement = agreed();
        var open = reported();
        assertThat(open.origin().agreement()).isEqualTo(agreement);
        assertThat(open.told().delivered()).isEqualTo("P2xxxxxxxx");
        assertThat(open.due()).isPresent();

        Twin.execute("UPDATE " + twin.source + " SET xm = '林晓岚', changed = clock_timestamp() WHERE id = 2");
        corrections
                .answer(twin.provider.officer(), open.id(), CorrectionAct.CORRECT, "已改正录入错误")
                .orElseThrow();
        assertThat(state(open)).isEqualTo(Correction.State.CORRECTED);
        twin.run();

        assertThat(state(open)).isEqualTo(Correction.State.ARRIVED);
        assertThat(corrections.deeds(open))
                .extracting(CorrectionDeed::deed)
                .containsExactly("report", "correct", "arrive");
        assertThat(twin.provider.bean(Journal.class).entries(new Entry.Subject("correction", open.id())))
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.entry().agreement()).contains(agreement))
                .noneSatisfy(
                        entry -> assertThat(entry.entry().details().canonical()).contains("C000002"));
    }

    private Correction.State state(Correction open) {
        return corrections
                .find(twin.consumer.officer(), open.id())
                .orElseThrow()
                .state();
    }

    @Test
    void anotherValueThanExpectedClosesItTooAndSaysSo() throws Exception {
        agreed();
        var open = reported();
        Twin.execute("UPDATE " + twin.source + " SET xm = '林小兰', changed = clock_timestamp() WHERE id = 2");
        twin.run();

        assertThat(corrections.deeds(open))
                .extracting(CorrectionDeed::deed)
                .containsExactly("report", "arrive-otherwise");
    }

    @Test
    void aRunThatBringsNothingElseLeavesItOpen() throws Exception {
        agreed();
        var open = reported();
        Twin.execute("UPDATE " + twin.source + " SET xm = '别人', changed = clock_timestamp() WHERE id = 1");
        twin.run();

        assertThat(state(open)).isEqualTo(Correction.State.REPORTED);
    }

    @Test
    void onlyTheConsumerReportsAndOnlyTheProviderAnswersOnceAndWithWords() throws Exception {
        assertThat(corrections.report(twin.consumer.officer(), wrongName("C000002", "X")))
                .as("without an agreement there is nothing to correct")
                .isEqualTo(Outcome.refused(new CorrectionRefusal.NotPermitted()));
        agreed();
        assertThat(corrections.report(twin.provider.officer(), wrongName("C000002", "X")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(corrections.report(twin.consumer.officer(), wrongName("C999999", "X")))
                .isEqualTo(Outcome.refused(new CorrectionRefusal.NoSuchRow()));
        assertThat(corrections.report(twin.consumer.officer(), wrongName("C000002", "P2xxxxxxxx")))
                .isEqualTo(Outcome.refused(new CorrectionRefusal.SaysSo()));
        var open = reported();
        assertThat(corrections.answer(twin.consumer.officer(), open.id(), CorrectionAct.REFUSE, "不改"))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(corrections.answer(twin.provider.officer(), open.id(), CorrectionAct.REFUSE, " "))
                .isEqualTo(Outcome.refused(new CorrectionRefusal.WordsMissing()));
        corrections
                .answer(twin.provider.officer(), open.id(), CorrectionAct.REFUSE, "与户籍档案一致")
                .orElseThrow();
        assertThat(corrections.answer(twin.provider.officer(), open.id(), CorrectionAct.CORRECT, "改了"))
                .isEqualTo(Outcome.refused(new CorrectionRefusal.Answered(Correction.State.REFUSED)));
    }

    @Test
    void whatIsNotAnsweredInTimeIsFoundBySupervision() throws Exception {
        agreed();
        var open = reported();
        twin.provider.bean(Lookout.class).look(open.due().orElseThrow().at());

        var today = LocalDate.now(twin.provider.bean(Clock.class));
        var found = twin.provider
                .bean(Findings.class)
                .page(
                        twin.provider.chief(),
                        FindingFilter.between(today, today.plusYears(1)).by("unanswered-correction"),
                        Optional.empty())
                .rows();
        assertThat(found)
                .singleElement()
                .satisfies(row -> assertThat(row.matter().receipt()).isEqualTo(open.id()));
    }

    @Test
    void valuesAndKeysAreSealedInTheStore() throws Exception {
        agreed();
        var open = reported();
        var kept = twin.provider
                .bean(JdbcClient.class)
                .sql(
                        "SELECT encode(row_key || delivered || expected, 'escape') FROM corrections.correction WHERE id = ?")
                .param(open.id())
                .query(String.class)
                .single();

        assertThat(kept).doesNotContain("C000002", "P2xxxx");
    }

    @Test
    void itIsReportedAndAnsweredOnPages() throws Exception {
        agreed();
        var consumer = Employer.at(StartedPlatform.shared(), twin.consumer.organisation());
        var reporter = consumer.signIn(consumer.hires(Compiling.OFFICER));
        assertThat(reporter.opens("/desk/exchange/" + twin.flow.id()).body())
                .contains("/desk/corrections/new?flow=" + twin.flow.id());
        reporter.opens("/desk/corrections/new?flow=" + twin.flow.id());
        var sent =
                Map.of("flow", twin.flow.id(), "key.cert_no", "C000003", "item", "name", "expected", "赵六", "why", "档案");
        var made = reporter.sends("/desk/corrections/new", sent);
        assertThat(made.body()).contains("已提交给提供部门", "待提供部门核实", "赵六", "P3xxxxxxxx");
        var open = corrections.list(twin.consumer.officer(), "", 1).getFirst();
        var page = "/desk/corrections/" + open.id();

        var provider = Employer.at(StartedPlatform.shared(), twin.provider.organisation());
        var answerer = provider.signIn(provider.hires(Compiling.OFFICER));
        assertThat(answerer.opens("/desk/corrections").body()).contains(page);
        answerer.opens(page);
        assertThat(answerer.sends(page + "/refuse", Map.of("why.refuse", "与档案一致"))
                        .body())
                .contains("核实无误，未更正", "与档案一致");
        assertThat(reporter.opens(page).body()).contains("与档案一致");

        var other = new Twin("");
        var stranger = Employer.at(StartedPlatform.shared(), other.consumer.organisation());
        assertThat(stranger.signIn(stranger.hires(Compiling.CHIEF)).opens(page).status())
                .isEqualTo(404);
    }

    @Test
    void bothSidesAreTold() throws Exception {
        var asked = twin.provider.officer();
        agreed();
        var open = reported();
        var box = twin.provider.bean(NoticeBox.class);

        assertThat(box.page(asked, Optional.empty()).notices())
                .anySatisfy(told -> assertThat(told.href()).contains("/desk/corrections/" + open.id()));
    }
}
