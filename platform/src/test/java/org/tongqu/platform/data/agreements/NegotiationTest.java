package org.tongqu.platform.data.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.platform.operate.store.Columns.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.time.Limit;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.data.agreements.Agreement.Kept;
import org.tongqu.platform.data.agreements.Agreement.State;
import org.tongqu.platform.data.agreements.AgreementRefusal.Wrong;
import org.tongqu.platform.data.agreements.Shelf.Filter;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Department;
import org.tongqu.platform.data.catalog.Description;
import org.tongqu.platform.data.catalog.Description.Cycle;
import org.tongqu.platform.data.catalog.Description.SharingType;
import org.tongqu.platform.data.catalog.Description.Way;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: one department asks another for data, and only what was agreed may flow. */
class NegotiationTest {

    private static final String LAW = "《社会救助暂行办法》第五十八条";

    private final Department provider = Department.fresh();
    private final Department consumer = Department.fresh();
    private final Negotiation negotiation = provider.bean(Negotiation.class);
    private final Agreements agreements = provider.bean(Agreements.class);
    private final Instant now = provider.bean(Clock.class).instant();
    private final LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);

    private ResourceCode conditional() {
        return provider.published(Department.sharing(
                Department.draft("不动产登记"),
                new Description.Sharing(SharingType.CONDITIONAL, LAW, "逐人核验", Set.of(Way.TABLE))));
    }

    private Agreement.Terms terms(Purpose purpose, LocalDate ends) {
        return new Agreement.Terms(purpose, "低保核对", LAW, Cycle.DAILY, OptionalLong.empty(), today, ends);
    }

    private Request request(ResourceCode resource, String... items) {
        return new Request(resource, terms(Purpose.APPROVAL, today.plusYears(1)), List.of(items));
    }

    private Agreement requested(ResourceCode resource) {
        return negotiation
                .request(consumer.officer(), request(resource, "cert_no", "name"))
                .orElseThrow();
    }

    private Agreement active(ResourceCode resource) {
        var id = requested(resource).id();
        act(provider.officer(), id, AgreementAct.AGREE, Answer.giving(both(), OptionalLong.of(100)));
        return act(provider.authority(), id, AgreementAct.CONFIRM, Answer.saying(""));
    }

    private static Map<String, Masking> both() {
        return Map.of("cert_no", Masking.MASKED, "name", Masking.PLAIN);
    }

    private Agreement act(SignedIn.Officer who, String id, AgreementAct act, Answer answer) {
        return negotiation.act(who, id, act, answer).orElseThrow();
    }

    private Outcome<Permit, PermitRefusal> permit(ResourceCode resource, String... items) {
        return agreements.permit(consumer.organisation(), resource, Set.of(items), Purpose.APPROVAL, now);
    }

    @Test
    void anAnswerIsOwedUntilItIsGivenAndWatchedForBeingLate() {
        var asked = requested(conditional());

        assertThat(owed(asked)).isEqualTo("10 workdays open");

        act(provider.officer(), asked.id(), AgreementAct.AGREE, Answer.giving(both(), OptionalLong.of(100)));
        assertThat(owed(asked)).isEqualTo("10 workdays done");
    }

    /** What supervision watches of it. */
    private String owed(Agreement asked) {
        return provider.bean(JdbcClient.class)
                .sql("""
                        SELECT CASE WHEN due_at = :due AND organisation = :provider THEN '10 workdays ' ELSE '' END
                            || CASE WHEN done_at IS NULL THEN 'open' ELSE 'done' END
                        FROM supervision.duty WHERE kind = 'agreement' AND number = :id""")
                .param(
                        "due",
                        time(asked.dueOn()
                                .orElseThrow()
                                .plusDays(1)
                                .atStartOfDay(WorkingCalendar.ZONE)
                                .toInstant()))
                .param("provider", provider.organisation())
                .param("id", asked.id())
                .query(String.class)
                .single();
    }

    @Test
    void aConditionalResourceIsAnsweredCheckedAndThenPermitted() {
        var resource = conditional();
        var asked = requested(resource);
        var limit = Limit.workingDays(10)
                .dueDate(now, provider.bean(Directory.class).calendar())
                .orElseThrow();

        assertThat(asked.state()).isEqualTo(Kept.REQUESTED);
        assertThat(asked.dueOn()).contains(limit);
        assertThat(permit(resource, "name"))
                .isEqualTo(Outcome.refused(new PermitRefusal.NotInForce(asked.id(), State.REQUESTED)));

        act(
                provider.chief(),
                asked.id(),
                AgreementAct.AGREE,
                Answer.giving(Map.of("cert_no", Masking.HASHED), OptionalLong.of(500)));
        var agreed = act(provider.authority(), asked.id(), AgreementAct.CONFIRM, Answer.saying(""));

        assertThat(agreed.dueOn()).isEmpty();
        var permit = permit(resource, "cert_no").orElseThrow();
        assertThat(permit.agreement()).isEqualTo(asked.id()).startsWith("GX-");
        assertThat(permit.rows()).hasValue(500);
        assertThat(permit.items()).containsExactly(new Agreement.Granted("cert_no", "证件号码", Masking.HASHED));
        assertThat(permit(resource, "cert_no", "name"))
                .isEqualTo(Outcome.refused(new PermitRefusal.ItemsOutside(asked.id(), Set.of("name"))));
        assertThat(agreements.permit(consumer.organisation(), resource, Set.of("cert_no"), Purpose.STATISTICS, now))
                .isEqualTo(Outcome.refused(new PermitRefusal.NoAgreement()));
    }

    @Test
    void whatIsSharedWithEverybodyIsGrantedAtOnceAndWhatIsNotSharedIsRefusedWithItsBasis() {
        var open = provider.published(Department.draft("企业登记"));
        var hidden = provider.published(Department.sharing(
                Department.draft("案件"), new Description.Sharing(SharingType.NONE, LAW, "", Set.of())));

        var granted =
                negotiation.request(consumer.officer(), request(open, "name")).orElseThrow();

        assertThat(granted.state()).isEqualTo(Kept.ACTIVE);
        assertThat(permit(open, "name").orElseThrow().agreement()).isEqualTo(granted.id());
        assertThat(agreements.deeds(granted)).extracting(Deed::deed).containsExactly("request", "grant-at-once");
        assertThat(negotiation.request(consumer.officer(), request(hidden, "name")))
                .isEqualTo(Outcome.refused(new AgreementRefusal.NotShared(LAW)));
        assertThat(negotiation.request(provider.officer(), request(open, "name")))
                .isEqualTo(Outcome.refused(new AgreementRefusal.OwnResource()));
        assertThat(negotiation.request(consumer.officer(), request(open, "name")))
                .isEqualTo(Outcome.refused(new AgreementRefusal.HasOne(granted.id())));
    }

    @Test
    void aRevokedSuspendedRetiredOrExpiredOnePermitsNothing() {
        var resource = conditional();
        var agreement = active(resource);
        assertThat(permit(resource, "name")).isInstanceOf(Outcome.Done.class);
        var lastDay = agreement.terms().ends();
        assertThat(agreements.under(resource, lastDay))
                .extracting(Agreement::id)
                .containsExactly(agreement.id());
        assertThat(agreements.under(resource, lastDay.plusDays(1))).isEmpty();

        act(provider.chief(), agreement.id(), AgreementAct.SUSPEND, Answer.saying("调用量异常"));
        assertThat(permit(resource, "name"))
                .isEqualTo(Outcome.refused(new PermitRefusal.NotInForce(agreement.id(), State.SUSPENDED)));
        assertThat(agreements.under(resource, lastDay)).isEmpty();
        act(provider.authority(), agreement.id(), AgreementAct.RESUME, Answer.saying(""));
        var late = now.plusSeconds(86_400L * 400);
        assertThat(agreements.permit(consumer.organisation(), resource, Set.of("name"), Purpose.APPROVAL, late))
                .isEqualTo(Outcome.refused(new PermitRefusal.NotInForce(agreement.id(), State.EXPIRED)));
        provider.bean(Compiling.class)
                .retire(provider.chief(), resource, "系统下线")
                .orElseThrow();
        assertThat(permit(resource, "name"))
                .isEqualTo(Outcome.refused(new PermitRefusal.ResourceRetired(agreement.id())));
        act(consumer.officer(), agreement.id(), AgreementAct.REVOKE, Answer.saying("不再需要"));
        assertThat(permit(resource, "name"))
                .isEqualTo(Outcome.refused(new PermitRefusal.NotInForce(agreement.id(), State.REVOKED)));
    }

    @Test
    void aRefusalNeedsAReasonAndIsArbitratedOnce() {
        var id = requested(conditional()).id();

        assertThat(negotiation.act(provider.officer(), id, AgreementAct.REFUSE, Answer.saying(" ")))
                .isEqualTo(Outcome.refused(new AgreementRefusal.Faulty(Map.of("why", Wrong.MISSING))));
        act(provider.officer(), id, AgreementAct.REFUSE, Answer.saying("与职责不符"));
        act(consumer.officer(), id, AgreementAct.DISPUTE, Answer.saying("职责需要"));
        assertThat(negotiation.act(provider.officer(), id, AgreementAct.UPHOLD, Answer.saying("x")))
                .isEqualTo(Outcome.refused(
                        new AgreementRefusal.MayNot(new AccessRefusal.RoleMissing(Set.of(Compiling.AUTHORITY)))));
        act(provider.authority(), id, AgreementAct.UPHOLD, Answer.saying("维持"));

        assertThat(negotiation.act(consumer.officer(), id, AgreementAct.DISPUTE, Answer.saying("再来")))
                .isEqualTo(Outcome.refused(new AgreementRefusal.Elsewhere(State.REFUSED)));
        var seen = agreements.find(consumer.officer(), id).orElseThrow();
        assertThat(agreements.deeds(seen)).extracting(Deed::why).containsExactly("", "与职责不符", "职责需要", "维持");
        assertThat(provider.bean(Journal.class).entries(new Entry.Subject("agreement", id)))
                .hasSize(4)
                .allSatisfy(entry -> assertThat(entry.entry().agreement()).contains(id));
    }

    @Test
    void moreTimeIsAskedForAndAnswered() {
        var agreement = active(conditional());
        var until = agreement.terms().ends().plusYears(1);

        var waiting = act(consumer.officer(), agreement.id(), AgreementAct.RENEW, Answer.until(until));
        assertThat(waiting.dueOn()).isPresent();
        assertThat(waiting.terms().ends()).isEqualTo(agreement.terms().ends());
        var renewed = act(provider.officer(), agreement.id(), AgreementAct.EXTEND, Answer.saying(""));

        assertThat(renewed.terms().ends()).isEqualTo(until);
        assertThat(agreements.find(consumer.officer(), agreement.id()).orElseThrow())
                .extracting(Agreement::renewal, Agreement::dueOn)
                .containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void eachRequestForMoreTimeIsADutyThatSupervisionSeesUntilItIsAnswered() {
        var agreement = active(conditional());
        var until = Answer.until(agreement.terms().ends().plusYears(1));

        act(consumer.officer(), agreement.id(), AgreementAct.RENEW, until);
        assertThat(askedForMoreTime(agreement)).containsExactly("watched");
        act(provider.officer(), agreement.id(), AgreementAct.DECLINE, Answer.saying("先补材料"));
        assertThat(askedForMoreTime(agreement)).containsExactly("done");
        act(consumer.officer(), agreement.id(), AgreementAct.RENEW, until);
        assertThat(askedForMoreTime(agreement)).containsExactly("done", "watched");
        act(provider.officer(), agreement.id(), AgreementAct.SUSPEND, Answer.saying("核查"));
        assertThat(askedForMoreTime(agreement)).as("nobody has to answer now").containsExactly("done", "done");
        act(provider.officer(), agreement.id(), AgreementAct.RESUME, Answer.saying(""));
        assertThat(askedForMoreTime(agreement)).containsExactly("done", "done", "watched");
        assertThat(agreements.owed()).extracting(owed -> owed.agreement().id()).contains(agreement.id());
        act(provider.officer(), agreement.id(), AgreementAct.EXTEND, Answer.saying(""));
        assertThat(askedForMoreTime(agreement)).containsExactly("done", "done", "done");
        assertThat(agreements.owed()).extracting(owed -> owed.agreement().id()).doesNotContain(agreement.id());
    }

    private List<String> askedForMoreTime(Agreement agreement) {
        return provider.bean(JdbcClient.class)
                .sql("""
                        SELECT CASE WHEN done_at IS NOT NULL THEN 'done' WHEN watch_at < due_at THEN 'watched' ELSE '' END
                        FROM supervision.duty WHERE kind = 'agreement-renewal' AND number = ? AND organisation = ?
                        ORDER BY done_at NULLS LAST""")
                .params(agreement.id(), provider.organisation())
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Test
    void faultsOfARequestAreNamedByField() {
        var resource = conditional();
        var bad = new Request(
                resource,
                new Agreement.Terms(
                        Purpose.APPROVAL,
                        "",
                        LAW,
                        Cycle.DAILY,
                        OptionalLong.of(0),
                        today.minusDays(1),
                        today.plusYears(9)),
                List.of("cert_no", "salary"));

        assertThat(negotiation.request(consumer.officer(), bad))
                .isEqualTo(Outcome.refused(new AgreementRefusal.Faulty(Map.of(
                        "use", Wrong.MISSING,
                        "items", Wrong.NOT_IN_RESOURCE,
                        "starts", Wrong.NOT_AFTER,
                        "ends", Wrong.TOO_FAR,
                        "rows", Wrong.NOT_A_COUNT))));
        assertThat(negotiation.request(consumer.acceptor(), request(resource, "name")))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void bothSidesSeeTheAgreementAndNobodyElse() {
        var id = requested(conditional()).id();
        var stranger = Department.fresh();

        assertThat(agreements.find(consumer.acceptor(), id)).isPresent();
        assertThat(agreements.find(provider.acceptor(), id)).isPresent();
        assertThat(agreements.find(stranger.officer(), id)).isEmpty();
        assertThat(listed(consumer.officer(), Shelf.ASKED_BY_US, id)).containsExactly(id);
        assertThat(listed(provider.officer(), Shelf.ASKED_OF_US, id)).containsExactly(id);
        assertThat(listed(provider.officer(), Shelf.ASKED_BY_US, id)).isEmpty();
        assertThat(listed(stranger.officer(), Shelf.ASKED_OF_US, id)).isEmpty();
        assertThat(listed(provider.authority(), Shelf.BEFORE_AUTHORITY, id)).isEmpty();
        act(provider.officer(), id, AgreementAct.AGREE, Answer.giving(both(), OptionalLong.empty()));
        assertThat(listed(provider.authority(), Shelf.BEFORE_AUTHORITY, id)).containsExactly(id);
    }

    private List<String> listed(SignedIn.Officer who, Shelf shelf, String words) {
        var page = agreements.list(who, new Filter(shelf, words, Optional.empty()), today, new Agreements.Page("", 10));
        assertThat(page.count(shelf)).isEqualTo(page.rows().size());
        return page.rows().stream().map(Agreement::id).toList();
    }

    @Test
    void ofManyWhoActAtOnceOneDoes() throws Exception {
        var id = requested(conditional()).id();
        var officers = List.of(provider.officer(), provider.chief());
        var threads = new ArrayList<Thread>();
        var done = new AtomicInteger();
        for (int i = 0; i < 8; i++) {
            var who = officers.get(i % 2);
            var act = i % 3 == 0 ? AgreementAct.AGREE : AgreementAct.REFUSE;
            threads.add(Thread.ofVirtual().start(() -> {
                var answer = new Answer("理由", both(), OptionalLong.empty(), Optional.empty());
                if (negotiation.act(who, id, act, answer) instanceof Outcome.Done) {
                    done.incrementAndGet();
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }

        assertThat(done).hasValue(1);
    }
}
