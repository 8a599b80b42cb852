package org.tongqu.platform.matter.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter._support.Town;
import org.tongqu.platform.matter.casework.CaseStory;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.intake.Intake;
import org.tongqu.platform.matter.intake.Submission;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.AssistRefusal;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.platform.trust.journal.Entry;
import org.tongqu.platform.trust.journal.Journal;

/** FEATURE: at any window an application for any district is taken down; the papers follow it with receipts. */
class WindowHelpTest {

    private final TestHall hall = TestHall.withWindows(2);
    private final Town elsewhere = Town.fresh();
    private final WindowHelp help = hall.bean(WindowHelp.class);
    private final Handovers handovers = hall.bean(Handovers.class);
    private final SignedIn.Citizen citizen = elsewhere.citizen();
    private final String number =
            hall.bean(Accounts.class).citizenNumber(citizen).value();

    private SignedIn.Officer serving(TestHall where) {
        var clerk = where.seated(1);
        where.drawn("A");
        var counter = where.bean(Counter.class);
        counter.next(clerk).orElseThrow();
        counter.start(clerk).orElseThrow();
        return clerk;
    }

    private Submission takenDown(SignedIn.Officer clerk) {
        help.begin(clerk, number, citizen.name(), elsewhere.pack().id()).orElseThrow();
        var helped = help.helped(clerk).orElseThrow();
        var draft = elsewhere.filled(helped);
        return hall.bean(Intake.class)
                .submit(helped, draft.id(), draft.submitToken())
                .orElseThrow();
    }

    @Test
    void whatAClerkTakesDownIsThePersonsOwnAndSaysSo() {
        var clerk = serving(hall);

        var submission = takenDown(clerk);

        assertThat(submission.organisation().code())
                .isEqualTo(elsewhere.office().code());
        assertThat(submission.materials())
                .isNotEmpty()
                .allSatisfy(paper -> assertThat(paper.scannedBy()).contains(clerk.name()));
        assertThat(hall.bean(Casework.class).casesOf(citizen))
                .extracting(view -> view.head().receipt())
                .containsExactly(submission.receipt());
        var story = hall.bean(Casework.class)
                .findStory(citizen, submission.caseId())
                .orElseThrow();
        assertThat(story.lines().getFirst()).satisfies(line -> {
            assertThat(line.key()).isEqualTo("story.opened-window");
            assertThat(line.kind()).isEqualTo(CaseStory.Kind.HALL);
            assertThat(line.byName()).contains(clerk.name());
        });
        assertThat(story.lines()).anyMatch(line -> line.key().equals("story.papers-sent"));
        assertThat(hall.bean(Journal.class).entries(new Entry.Subject("account", citizen.account())))
                .anyMatch(recorded -> recorded.entry().verb().equals("identity.assist")
                        && recorded.entry().who().id().equals(clerk.staff()));
    }

    @Test
    void whatSomebodyAppliesForOnTheWebHasNoWindowInItsStory() {
        var story = hall.bean(Casework.class)
                .findStory(citizen, elsewhere.submitted(citizen).caseId())
                .orElseThrow();

        assertThat(story.lines()).noneMatch(line -> line.kind() == CaseStory.Kind.HALL);
        assertThat(story.lines().getFirst().key()).isEqualTo("story.opened");
    }

    @Test
    void papersPassByAHallThatIsClosed() {
        var street = hall.below(Hall.Level.STREET);
        var community = street.below(Hall.Level.COMMUNITY);
        var closed = hall.bean(Halls.class);
        closed.put(street.plan().with(street.plan().hall().closedFrom(Optional.of(closed.today()))));
        var receipt = takenDown(serving(community)).receipt().value();

        assertThat(handovers.awaited(hall.clerk(2)))
                .extracting(Handover::receipt)
                .containsExactly(receipt);
    }

    @Test
    void papersOfACommunityGoByTheHallsAboveToTheOffice() {
        var street = hall.below(Hall.Level.STREET);
        var community = street.below(Hall.Level.COMMUNITY);
        var receipt = takenDown(serving(community)).receipt().value();
        var atStreet = street.clerk(2);
        var atDistrict = hall.clerk(2);
        var officer = elsewhere.officer(elsewhere.pack().roles().getFirst().code());

        assertThat(handovers.receive(atDistrict, receipt, 1))
                .isEqualTo(Outcome.refused(new HandoverRefusal.NotYours()));
        assertThat(handovers.awaited(atStreet)).extracting(Handover::receipt).containsExactly(receipt);
        handovers.receive(atStreet, receipt, 1).orElseThrow();
        handovers.receive(atDistrict, receipt, 2).orElseThrow();
        handovers.receive(officer, receipt, 3).orElseThrow();

        assertThat(handovers.receive(officer, receipt, 3))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(HandoverRefusal.ReceivedBefore.class));
        assertThat(handovers.of(officer, receipt))
                .hasSize(3)
                .allSatisfy(step -> assertThat(step.received()).isPresent());
        assertThat(handovers.of(TestHall.withWindows(1).clerk(1), receipt)).isEmpty();
        assertThat(handovers.lines(new org.tongqu.platform.matter.intake.ReceiptNumber(receipt)))
                .hasSize(6);
        assertThat(handovers.awaited(officer)).noneMatch(step -> step.receipt().equals(receipt));
    }

    @Test
    void nobodyIsHelpedUnlessTheyStandThere() {
        var clerk = hall.seated(1);
        var pack = elsewhere.pack().id();

        assertThat(help.begin(clerk, number, citizen.name(), pack))
                .isEqualTo(Outcome.refused(new WindowHelp.Refusal.NobodyServed()));
        hall.drawn("A");
        hall.bean(Counter.class).next(clerk).orElseThrow();
        hall.bean(Counter.class).start(clerk).orElseThrow();
        assertThat(help.begin(clerk, "1", citizen.name(), pack))
                .isEqualTo(Outcome.refused(new WindowHelp.Refusal.BadNumber()));
        assertThat(help.begin(clerk, number, "别人", pack))
                .isEqualTo(Outcome.refused(new WindowHelp.Refusal.ByIdentity(new AssistRefusal.OtherName())));
        help.begin(clerk, number, citizen.name(), pack).orElseThrow();
        assertThat(help.helped(clerk).map(SignedIn.Citizen::account)).contains(citizen.account());
        hall.bean(Counter.class).finish(clerk).orElseThrow();
        assertThat(help.helped(clerk)).isEqualTo(Optional.empty());
    }
}
