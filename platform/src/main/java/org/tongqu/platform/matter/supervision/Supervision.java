package org.tongqu.platform.matter.supervision;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.platform.matter.casework.Casework;
import org.tongqu.platform.matter.casework.PlayedCase;
import org.tongqu.platform.matter.supervision.internal.ClockStore;
import org.tongqu.platform.matter.supervision.internal.StepClocks;
import org.tongqu.platform.trust.access.Access;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** The verbs of supervision. Who asks sees the organisations in reach and no others. */
@Service
public class Supervision {

    /** What the clocks of single steps are asked for by, where a clock is chosen. */
    public static final String STEPS = StepClocks.FAMILY;

    private final ClockStore clocks;
    private final Casework casework;
    private final Access access;
    private final Directory directory;
    private final Clock clock;

    Supervision(ClockStore clocks, Casework casework, Access access, Directory directory, Clock clock) {
        this.clocks = clocks;
        this.casework = casework;
        this.access = access;
        this.directory = directory;
        this.clock = clock;
    }

    /** How many open clocks show which lamp. */
    @Transactional(readOnly = true)
    public LampBoard board(SignedIn.Officer who, LampFilter filter) {
        var now = clock.instant();
        var counts = clocks.lamps(access.scope(who), filter, now);
        return new LampBoard(
                now,
                counts.entrySet().stream()
                        .map(line -> new LampBoard.Line(
                                line.getKey(),
                                directory.organisation(line.getKey()).name(),
                                line.getValue()))
                        .toList());
    }

    /** The clocks behind a number of the board. */
    @Transactional(readOnly = true)
    public ClockPage rows(SignedIn.Officer who, LampFilter filter, Optional<String> after) {
        return clocks.openRows(access.scope(who), filter, clock.instant(), after);
    }

    /** What an indicator says. */
    @Transactional(readOnly = true)
    public Figure figure(SignedIn.Officer who, Indicator indicator, Question question) {
        return clocks.figure(access.scope(who), indicator, question, clock.instant());
    }

    /** What an indicator says of all organisations together, as the public may know it. */
    @Transactional(readOnly = true)
    public Figure openFigure(Indicator indicator, Question question) {
        return clocks.figure(access.publicScope(), indicator, question, clock.instant());
    }

    /** The clocks behind a public figure. What is shown of them names an organisation, never an applicant. */
    @Transactional(readOnly = true)
    public ClockPage openRows(Indicator indicator, Question question, Optional<String> after) {
        return clocks.figureRows(access.publicScope(), indicator, question, clock.instant(), after);
    }

    /** The clocks that count in an indicator. */
    @Transactional(readOnly = true)
    public ClockPage rows(SignedIn.Officer who, Indicator indicator, Question question, Optional<String> after) {
        return clocks.figureRows(access.scope(who), indicator, question, clock.instant(), after);
    }

    /** What made a lamp what it is. */
    @Transactional(readOnly = true)
    public Optional<Evidence> evidence(SignedIn.Officer who, String caseId, String clockName) {
        return casework.findPlayed(who, caseId)
                .flatMap(played -> clocks.find(access.scope(who), UUID.fromString(caseId), clockName, clock.instant())
                        .map(row -> evidence(row, played)));
    }

    private static Evidence evidence(ClockRow row, PlayedCase played) {
        var own = new ArrayList<CaseEvent>();
        var causes = new ArrayList<Evidence.Cause>();
        var cause = new Evidence.Cause("story.opened", "");
        for (var event : played.events()) {
            cause = cause(event).orElse(cause);
            if (Events.clockOf(event).equals(Optional.of(row.clock())) || isOf(row, event)) {
                own.add(event);
                causes.add(cause);
            }
        }
        var ofCase = StepClocks.taskOf(row.clock()).isEmpty()
                ? Optional.of(played.clock(row.clock()))
                : Optional.<RunningClock>empty();
        return new Evidence(row, ofCase, own, causes);
    }

    private static Optional<Evidence.Cause> cause(CaseEvent event) {
        return switch (event) {
            case CaseEvent.CaseOpened e -> Optional.of(new Evidence.Cause("story.opened", e.byName()));
            case CaseEvent.TaskCompleted e -> Optional.of(new Evidence.Cause("story.completed", e.byName()));
            case CaseEvent.TaskClaimed e -> Optional.of(new Evidence.Cause("story.claimed", e.byName()));
            case CaseEvent.TaskTransferred e -> Optional.of(new Evidence.Cause("story.transferred", e.byName()));
            case CaseEvent.CaseWithdrawn e -> Optional.of(new Evidence.Cause("story.withdrawn", e.byName()));
            case CaseEvent.TimerFired e -> Optional.of(new Evidence.Cause("story.timer-fired", ""));
            case CaseEvent.SupplementAsked e -> Optional.of(new Evidence.Cause("story.supplement-asked", e.byName()));
            case CaseEvent.SpecialBegun e -> Optional.of(new Evidence.Cause("story.special-begun", e.byName()));
            case CaseEvent.SpecialEnded e -> Optional.of(new Evidence.Cause("story.special-ended", e.byName()));
            case CaseEvent.CaseSuspended e -> Optional.of(new Evidence.Cause("story.suspended", e.byName()));
            case CaseEvent.CaseResumed e -> Optional.of(new Evidence.Cause("story.resumed", e.byName()));
            case CaseEvent.TaskReturned e -> Optional.of(new Evidence.Cause("story.returned", e.byName()));
            case CaseEvent.TaskRecalled e -> Optional.of(new Evidence.Cause("story.recalled", e.byName()));
            case CaseEvent.CaseTerminated e -> Optional.of(new Evidence.Cause("story.terminated", e.byName()));
            case CaseEvent.ClockProlonged e -> Optional.of(new Evidence.Cause("story.clock-prolonged", e.byName()));
            case CaseEvent.ClockRecounted e -> Optional.of(new Evidence.Cause("story.clock-recounted", ""));
            default -> Optional.empty();
        };
    }

    /** What happened to the step that the clock is of. */
    private static boolean isOf(ClockRow row, CaseEvent event) {
        return StepClocks.taskOf(row.clock())
                .filter(id -> Events.taskOf(event).equals(Optional.of(id)))
                .isPresent();
    }
}
