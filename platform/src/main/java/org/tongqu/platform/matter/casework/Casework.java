package org.tongqu.platform.matter.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.tongqu.engines.cases.Actor;
import org.tongqu.engines.cases.Assignee;
import org.tongqu.engines.cases.CaseCommand;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.CaseState;
import org.tongqu.engines.cases.Moment;
import org.tongqu.engines.cases.Task;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.packs.Apart;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.casework.internal.CaseRow;
import org.tongqu.platform.matter.casework.internal.CaseRunner;
import org.tongqu.platform.matter.casework.internal.CaseStore;
import org.tongqu.platform.matter.casework.internal.CaseViews;
import org.tongqu.platform.matter.casework.internal.InboxStore;
import org.tongqu.platform.matter.casework.internal.Shelves;
import org.tongqu.platform.matter.casework.internal.Stories;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.access.Scope;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.People;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.SignedIn;

/**
 * The verbs of casework. Whoever asks is asked for: an officer finds what is in reach, an applicant what is their own,
 * and nothing else is there.
 */
@Service
public class Casework {

    private static final int MOST_OWN_CASES = 200;
    private static final int MOST_COLLEAGUES = 300;

    private final ServiceCatalogue catalogue;
    private final Directory directory;
    private final Access access;
    private final CaseStore cases;
    private final CaseRunner runner;
    private final InboxStore inbox;
    private final ObjectProvider<StorySource> sources;
    private final Clock clock;

    Casework(
            ServiceCatalogue catalogue,
            Directory directory,
            Access access,
            Shelves shelves,
            CaseRunner runner,
            ObjectProvider<StorySource> sources,
            Clock clock) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.access = access;
        this.cases = shelves.cases();
        this.runner = runner;
        this.inbox = shelves.inbox();
        this.sources = sources;
        this.clock = clock;
    }

    /** Does something to a case: everything that follows from it is stored, or nothing and the reason is told. */
    @Transactional
    public Outcome<CaseView, ActRefusal> act(SignedIn who, String caseId, CaseCommand command) {
        var outcome = lockVisible(who, caseId).then(row -> mayAct(who, row)).then(row -> run(who, row, command));
        if (outcome instanceof Outcome.Refused) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }

    private Outcome<CaseView, ActRefusal> run(SignedIn who, CaseRow row, CaseCommand command) {
        var state = runner.state(row);
        return barred(who, state, row, command)
                .<Outcome<CaseView, ActRefusal>>map(Outcome::refused)
                .orElseGet(() -> runner.run(row.head(), state, command, actor(who), moment())
                        .mapRefusal(ActRefusal.ByProcess::new));
    }

    /** One page of what the officer has to do, with the counts of all of it. */
    @Transactional(readOnly = true)
    public Inbox inbox(SignedIn.Officer who, InboxFilter filter, Optional<String> after) {
        var question = new InboxStore.Question(who, access.scope(who), filter, clock.instant());
        var found = inbox.page(question, after.flatMap(InboxStore.Cursor::parse));
        var page = found.subList(0, Math.min(found.size(), InboxStore.PAGE));
        return new Inbox(
                page.stream().map(this::row).toList(),
                inbox.counts(question),
                found.size() > page.size() ? Optional.of(page.getLast().cursor()) : Optional.empty());
    }

    /** What somebody applied for, the newest first. */
    @Transactional(readOnly = true)
    public List<CaseView> casesOf(SignedIn.Citizen who) {
        return cases.ofApplicant(who.account(), MOST_OWN_CASES).stream()
                .map(this::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<CaseView> findCase(SignedIn who, String caseId) {
        return id(caseId).flatMap(cases::find).filter(row -> sees(who, row)).map(this::view);
    }

    @Transactional(readOnly = true)
    public Optional<CaseView> findCase(SignedIn who, ReceiptNumber receipt) {
        return cases.findByReceipt(receipt).filter(row -> sees(who, row)).map(this::view);
    }

    /** The whole story of a case, the tasks this person may do now, and its picture. */
    @Transactional(readOnly = true)
    public Optional<CaseStory> findStory(SignedIn who, String caseId) {
        return id(caseId).flatMap(cases::find).filter(row -> sees(who, row)).map(row -> story(who, row));
    }

    /** Which of these cases the officer may open. */
    @Transactional(readOnly = true)
    public Set<String> visible(SignedIn.Officer who, Collection<String> caseIds) {
        return caseIds.isEmpty() ? Set.of() : cases.visible(caseIds, access.scope(who));
    }

    /** All that happened to a case, for whoever must prove something from it. */
    @Transactional(readOnly = true)
    public Optional<PlayedCase> findPlayed(SignedIn who, String caseId) {
        return id(caseId).flatMap(cases::find).filter(row -> sees(who, row)).map(row -> runner.played(row));
    }

    /** What happened to a case, for whoever compares digests of it: shown to nobody. */
    @Transactional(readOnly = true)
    public List<CaseEvent> happened(String caseId) {
        return id(caseId)
                .flatMap(cases::find)
                .map(row -> runner.played(row).events())
                .orElse(List.of());
    }

    /** To whom a task can be handed: those of its organisation who hold the role it needs. */
    public List<Staff> candidates(CaseStory.OpenTask task) {
        return task.seat()
                .map(seat -> directory.holders(seat.organisation(), seat.role()))
                .orElse(List.of());
    }

    /** Whom a case can be prepared, signed or read by besides: the officers of the office that handles it. */
    @Transactional(readOnly = true)
    public List<Staff> colleagues(CaseStory story) {
        var office = story.view().head().organisation().code();
        var filter = new People.Filter(Optional.of(office), Optional.empty(), Optional.empty());
        return directory.people(filter, "", MOST_COLLEAGUES).rows();
    }

    private Outcome<CaseRow, ActRefusal> lockVisible(SignedIn who, String caseId) {
        return id(caseId)
                .flatMap(cases::lock)
                .filter(row -> sees(who, row))
                .<Outcome<CaseRow, ActRefusal>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new ActRefusal.NoSuchCase()));
    }

    private Outcome<CaseRow, ActRefusal> mayAct(SignedIn who, CaseRow row) {
        if (who instanceof SignedIn.Officer && !isOf(access.actingScope(who), row)) {
            return Outcome.refused(new ActRefusal.OnlyLooking());
        }
        return Outcome.done(row);
    }

    /** A task is handed to nobody who does not hold its role in its organisation. */
    private boolean canTake(Task task, String staff) {
        return task.performer() instanceof Performer.Role(var role)
                && directory.holders(task.organisation(), role).stream()
                        .anyMatch(holder -> holder.id().equals(staff));
    }

    /** A task goes to those who hold its role; nobody checks their own work, whichever roles they hold. */
    private Optional<ActRefusal> barred(SignedIn who, CaseState state, CaseRow row, CaseCommand command) {
        if (who instanceof SignedIn.Officer
                && command instanceof CaseCommand.Transfer transfer
                && state.findOpenTask(transfer.taskId())
                        .filter(task -> !canTake(task, transfer.to().id()))
                        .isPresent()) {
            return Optional.of(new ActRefusal.CannotTake(transfer.to().name()));
        }
        var stranger = strangers(who, row, command);
        if (stranger.isPresent()) {
            return stranger;
        }
        var pack = catalogue.packByHash(row.head().pack().contentHash());
        return apart(who, pack, state, command);
    }

    /** Whoever is asked to prepare, to sign or to read works for the office that handles the case. */
    private Optional<ActRefusal> strangers(SignedIn who, CaseRow row, CaseCommand command) {
        var named = switch (command) {
            case CaseCommand.Delegate delegate -> List.of(delegate.to());
            case CaseCommand.AddSigners signers -> signers.who();
            case CaseCommand.Copy copy -> copy.to();
            default -> List.<Assignee>of();
        };
        if (named.isEmpty() || !(who instanceof SignedIn.Officer)) {
            return Optional.empty();
        }
        var office = row.head().organisation().code();
        return named.stream()
                .filter(person -> directory
                        .findStaff(person.id())
                        .filter(staff -> staff.organisation().equals(office))
                        .isEmpty())
                .findFirst()
                .map(person -> new ActRefusal.CannotTake(person.name()));
    }

    /** Nobody works on a task who worked on the case in a role that is kept apart from it. */
    private static Optional<ActRefusal> apart(SignedIn who, Pack pack, CaseState state, CaseCommand command) {
        var taskId = switch (command) {
            case CaseCommand.Claim claim -> claim.taskId();
            case CaseCommand.Complete complete -> complete.taskId();
            case CaseCommand.Return back -> back.taskId();
            case CaseCommand.Delegate delegate -> delegate.taskId();
            case CaseCommand.AddSigners signers -> signers.taskId();
            case CaseCommand.AskSupplement supplement -> supplement.taskId();
            case CaseCommand.BeginSpecial special -> special.taskId();
            default -> "";
        };
        return state.findOpenTask(taskId)
                .filter(Task::isStep)
                .flatMap(task -> Apart.barredBy(pack, state, task.nodeId(), who.actor()))
                .map(role -> new ActRefusal.WorkedBefore(role.label()));
    }

    private boolean sees(SignedIn who, CaseRow row) {
        return switch (who) {
            case SignedIn.Officer officer -> isOf(access.scope(officer), row);
            case SignedIn.Citizen citizen -> row.head().applicant().account().equals(citizen.account());
        };
    }

    /** The organisation that handles a case sees it, and any that has or had a step of it (并联审批). */
    private boolean isOf(Scope scope, CaseRow row) {
        return scope.sees(row.head().organisation().code())
                || cases.isInvolved(UUID.fromString(row.head().caseId()), scope);
    }

    private static Actor actor(SignedIn who) {
        return switch (who) {
            case SignedIn.Officer officer ->
                Actor.officer(officer.staff(), officer.name(), officer.organisation(), officer.roles());
            case SignedIn.Citizen citizen -> Actor.applicant(citizen.account(), citizen.name());
        };
    }

    private Moment moment() {
        return new Moment(now(), directory.calendar());
    }

    /** As exact as the store keeps it, so that what is read back is equal. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private CaseView view(CaseRow row) {
        return CaseViews.view(row, catalogue.packByHash(row.head().pack().contentHash()));
    }

    private Inbox.Row row(InboxStore.Found found) {
        var pack = catalogue.packByHash(found.packHash());
        var task = found.task();
        return new Inbox.Row(
                found.caseId().toString(),
                task.taskId(),
                found.receipt(),
                found.packId(),
                found.title(),
                found.applicantName(),
                task.organisation(),
                CaseViews.step(pack, task.nodeId()),
                task.assigneeName(),
                task.openedAt(),
                found.dueAt(),
                found.lamp(),
                task.done()
                        .map(done -> done.outcome())
                        .filter(code -> !code.isEmpty())
                        .map(code -> CaseViews.outcome(pack, code)));
    }

    private CaseStory story(SignedIn who, CaseRow row) {
        var pack = catalogue.packByHash(row.head().pack().contentHash());
        var acts = who instanceof SignedIn.Officer && mayAct(who, row) instanceof Outcome.Done;
        var story = Stories.tell(
                CaseViews.view(row, pack),
                pack,
                runner.events(row),
                actor(who),
                moment(),
                (state, command) -> acts && apart(who, pack, state, command).isEmpty());
        return story.lines().stream().anyMatch(line -> line.kind() == CaseStory.Kind.HALL)
                ? story.with(sources.stream()
                        .flatMap(source -> source.lines(row.head().receipt()).stream())
                        .toList())
                : story;
    }

    private static Optional<UUID> id(String caseId) {
        try {
            return Optional.of(UUID.fromString(caseId));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
