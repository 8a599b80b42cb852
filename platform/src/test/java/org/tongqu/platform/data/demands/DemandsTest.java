package org.tongqu.platform.data.demands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.Limit;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform._support.StatementCount;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Department;
import org.tongqu.platform.data.catalog.Description.Cycle;
import org.tongqu.platform.data.demands.Demand.State;
import org.tongqu.platform.data.demands.DemandPage.Filter;
import org.tongqu.platform.data.demands.DemandPage.Shelf;
import org.tongqu.platform.data.demands.DemandRefusal.Wrong;
import org.tongqu.platform.trust._support.Employer;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: a department says which data it misses, and the one in charge answers in time. */
class DemandsTest {

    private final Department asker = Department.fresh();
    private final Department other = Department.fresh();
    private final Demands demands = asker.bean(Demands.class);

    private Demand asked(String title) {
        return demands.ask(asker.officer(), new Demand.Wanted(title, "核验", "部门职责", "姓名", Cycle.DAILY))
                .orElseThrow();
    }

    private Demand act(SignedIn.Officer who, Demand demand, DemandAct act, DemandAnswer answer) {
        return demands.act(who, demand.id(), act, answer).orElseThrow();
    }

    private static DemandAnswer saying(String why) {
        return new DemandAnswer("", "", why);
    }

    private DemandAnswer to(Department office) {
        return new DemandAnswer(office.organisation(), "", "");
    }

    @Test
    void aDemandIsAssignedAndAnsweredWithAResourceInTime() {
        var resource = other.published(Department.draft("婚育登记"));
        var asked = asked("婚育登记");
        var today = asker.bean(Clock.class).instant();
        var calendar = asker.bean(Directory.class).calendar();

        assertThat(asked.dueOn())
                .contains(Limit.workingDays(3).dueDate(today, calendar).orElseThrow());
        var assigned = act(asker.authority(), asked, DemandAct.ASSIGN, to(other));
        assertThat(assigned.dueOn())
                .contains(Limit.workingDays(10).dueDate(today, calendar).orElseThrow());
        var answered = act(other.officer(), asked, DemandAct.ANSWER, new DemandAnswer("", resource.value(), ""));

        assertThat(demands.find(asked.id())).contains(answered);
        assertThat(answered.state()).isEqualTo(State.ANSWERED);
        assertThat(answered.resource()).contains(resource);
        assertThat(answered.dueOn()).isEmpty();
        assertThat(demands.acts(asker.officer(), answered)).isEmpty();
        assertThat(demands.deeds(answered)).extracting(DemandDeed::deed).containsExactly("ask", "assign", "answer");
        assertThat(asker.bean(Journal.class).entries(new Entry.Subject("demand", asked.id())))
                .extracting(entry -> entry.entry().verb())
                .containsExactly("demands.demand-ask", "demands.demand-assign", "demands.demand-answer");
    }

    @Test
    void whoHasNotSendsItBackAndAnotherKeepsItBackByLaw() {
        var asked = asked("病历");
        act(asker.authority(), asked, DemandAct.ASSIGN, to(other));
        var third = Department.fresh();

        var returned = act(other.officer(), asked, DemandAct.HAVE_NOT, saying("没有"));
        assertThat(returned.dueOn()).isPresent();
        act(asker.authority(), asked, DemandAct.ASSIGN, to(third));
        assertThat(demands.act(third.chief(), asked.id(), DemandAct.KEEP_BACK, saying(" ")))
                .isEqualTo(Outcome.refused(new DemandRefusal.Faulty(Map.of("why", Wrong.MISSING))));
        assertThat(act(third.chief(), asked, DemandAct.KEEP_BACK, saying("《统计法》"))
                        .state())
                .isEqualTo(State.NOT_SHAREABLE);
        assertThat(demands.act(asker.officer(), asked.id(), DemandAct.WITHDRAW, saying("")))
                .isEqualTo(Outcome.refused(new DemandRefusal.Elsewhere(State.NOT_SHAREABLE)));
    }

    @Test
    void eachStepIsForItsOwnSideAndNothingElseIsAnAnswer() {
        var asked = asked("车辆");
        var foreign = asker.published(Department.draft("别的部门的资源"));

        assertThat(demands.act(asker.officer(), asked.id(), DemandAct.ASSIGN, to(other)))
                .isEqualTo(Outcome.refused(
                        new DemandRefusal.MayNot(new AccessRefusal.RoleMissing(Set.of(Compiling.AUTHORITY)))));
        assertThat(demands.act(asker.authority(), asked.id(), DemandAct.ASSIGN, to(asker)))
                .isEqualTo(Outcome.refused(new DemandRefusal.Faulty(Map.of("organisation", Wrong.ASKER_ITSELF))));
        act(asker.authority(), asked, DemandAct.ASSIGN, to(other));
        assertThat(demands.act(asker.officer(), asked.id(), DemandAct.HAVE_NOT, saying("x")))
                .isEqualTo(Outcome.refused(
                        new DemandRefusal.MayNot(new AccessRefusal.OtherOrganisation(other.organisation()))));
        assertThat(demands.act(
                        other.officer(), asked.id(), DemandAct.ANSWER, new DemandAnswer("", foreign.value(), "")))
                .isEqualTo(Outcome.refused(new DemandRefusal.Faulty(Map.of("resource", Wrong.NOT_OURS))));
        assertThat(demands.act(other.officer(), asked.id(), DemandAct.ANSWER, new DemandAnswer("", "307/1", "")))
                .isEqualTo(Outcome.refused(new DemandRefusal.Faulty(Map.of("resource", Wrong.NOT_PUBLISHED))));
        assertThat(demands.ask(asker.acceptor(), new Demand.Wanted("x", "x", "x", "x", Cycle.DAILY)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(demands.ask(asker.officer(), new Demand.Wanted(" ", "x", "x", "x", Cycle.DAILY)))
                .isEqualTo(Outcome.refused(new DemandRefusal.Faulty(Map.of("title", Wrong.MISSING))));
    }

    @Test
    void theListCountsWhatItShows() {
        var title = "清单" + asker.organisation();
        var first = asked(title);
        var second = asked(title);
        act(asker.authority(), first, DemandAct.ASSIGN, to(other));

        assertThat(ids(asker.officer(), title, Shelf.ALL)).containsExactly(second.id(), first.id());
        assertThat(ids(other.officer(), title, Shelf.OURS)).isEmpty();
        assertThat(ids(other.officer(), title, Shelf.OF_US)).containsExactly(first.id());
        assertThat(ids(asker.authority(), title, Shelf.TO_ASSIGN)).containsExactly(second.id());
    }

    private List<String> ids(SignedIn.Officer who, String words, Shelf shelf) {
        var page = demands.list(who, new Filter(shelf, words, Optional.empty()), "", 20);
        assertThat(page.count(shelf)).isEqualTo(page.rows().size());
        return page.rows().stream().map(Demand::id).toList();
    }

    @Test
    void whatASearchDoesNotFindIsAskedForByForm() throws Exception {
        var visitor = Employer.at(StartedPlatform.shared(), "11110105MB0P0071XX");
        var officer = visitor.signIn(visitor.hires(Compiling.OFFICER));

        assertThat(officer.opens("/desk/catalog?q=%E6%97%A0%E6%AD%A4%E6%95%B0%E6%8D%AE")
                        .body())
                .contains("/desk/demands/new?title=%E6%97%A0%E6%AD%A4%E6%95%B0%E6%8D%AE");
        assertThat(officer.opens("/desk/demands/new?title=%E6%97%A0%E6%AD%A4").body())
                .contains("无此");
        var wrong = officer.sends("/desk/demands/new", Map.of("title", "无此数据", "frequency", "daily"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("请填写", "无此数据");
        var sent = officer.sends(
                "/desk/demands/new",
                Map.of(
                        "title", "无此数据" + LocalDate.EPOCH,
                        "purpose", "核验",
                        "basis", "职责",
                        "elements", "姓名",
                        "frequency", "monthly"));
        assertThat(sent.at().getPath()).startsWith("/desk/demands/XQ-");
        assertThat(sent.body()).contains("待指定", "提出需求", "每月");
        var address = sent.at().getPath();
        assertThat(officer.sends(address + "/assign", Map.of("organisation.assign", "x"))
                        .status())
                .isEqualTo(422);
        for (var page : new String[] {"/desk/demands", address}) {
            officer.opens(page);
            assertThat(StatementCount.during(() -> officer.opens(page)))
                    .as(page)
                    .isLessThanOrEqualTo(5);
        }
    }
}
