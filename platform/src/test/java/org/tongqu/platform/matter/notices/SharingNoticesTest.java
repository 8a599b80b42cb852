package org.tongqu.platform.matter.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementAct;
import org.tongqu.platform.data.agreements.Answer;
import org.tongqu.platform.data.agreements.Negotiation;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.agreements.Request;
import org.tongqu.platform.data.catalog.Department;
import org.tongqu.platform.data.catalog.Description;
import org.tongqu.platform.data.catalog.Description.Cycle;
import org.tongqu.platform.data.catalog.Description.SharingType;
import org.tongqu.platform.data.catalog.Description.Way;
import org.tongqu.platform.data.demands.Demand;
import org.tongqu.platform.data.demands.DemandAct;
import org.tongqu.platform.data.demands.DemandAnswer;
import org.tongqu.platform.data.demands.Demands;
import org.tongqu.platform.trust.identity.SignedIn;

/** FEATURE: those who work with shared data are told whose turn it is and what the answer was. */
class SharingNoticesTest {

    private final Department provider = Department.fresh();
    private final Department consumer = Department.fresh();

    @Test
    void anAgreementTellsEachSideInTurn() {
        var asking = consumer.officer();
        var giving = provider.officer();
        var checking = provider.authority();
        var resource = provider.published(Department.sharing(
                Department.draft("低保名单"),
                new Description.Sharing(SharingType.CONDITIONAL, "《社会救助暂行办法》", "逐人核验", Set.of(Way.TABLE))));
        var today = LocalDate.ofInstant(consumer.bean(Clock.class).instant(), WorkingCalendar.ZONE);
        var terms = new Agreement.Terms(
                Purpose.APPROVAL, "核对", "职责", Cycle.DAILY, OptionalLong.empty(), today, today.plusYears(1));
        var negotiation = consumer.bean(Negotiation.class);

        var asked = negotiation
                .request(asking, new Request(resource, terms, List.of("name")))
                .orElseThrow();
        assertThat(told(giving)).first().asString().contains("低保名单", asked.id());
        assertThat(told(asking)).isEmpty();

        negotiation
                .act(giving, asked.id(), AgreementAct.REFUSE, Answer.saying("用途不符"))
                .orElseThrow();
        assertThat(told(asking)).hasSize(1);
        negotiation
                .act(asking, asked.id(), AgreementAct.DISPUTE, Answer.saying("职责所需"))
                .orElseThrow();
        assertThat(told(checking)).anyMatch(text -> text.contains(asked.id()));
        assertThat(told(giving)).hasSize(2);
    }

    @Test
    void aDemandTellsWhoHasToActAndWhoAsked() {
        var asking = consumer.officer();
        var answering = provider.officer();
        var assigning = consumer.authority();
        var demands = consumer.bean(Demands.class);

        var asked = demands.ask(asking, new Demand.Wanted("网约车订单", "监测", "职责", "起点", Cycle.DAILY))
                .orElseThrow();
        assertThat(told(assigning)).anyMatch(text -> text.contains(asked.id()));
        demands.act(assigning, asked.id(), DemandAct.ASSIGN, new DemandAnswer(provider.organisation(), "", ""))
                .orElseThrow();
        assertThat(told(answering)).first().asString().contains("网约车订单", asked.id());
        demands.act(answering, asked.id(), DemandAct.HAVE_NOT, new DemandAnswer("", "", "没有"))
                .orElseThrow();
        assertThat(told(asking)).hasSize(2);
        assertThat(told(answering)).hasSize(1);
    }

    private List<String> told(SignedIn.Officer who) {
        return consumer.bean(NoticeBox.class).page(who, Optional.empty()).notices().stream()
                .map(notice -> notice.words().title().zh() + " "
                        + notice.words().text().zh())
                .toList();
    }
}
