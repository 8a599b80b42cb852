package org.tongqu.platform.matter.ratings;

/** Why nothing was done with a follow-up. */
public sealed interface FollowUpRefusal {

    record NotThere() implements FollowUpRefusal {}

    /** Whoever leads the addressed organisation follows it up. */
    record NotTheChief(String organisation) implements FollowUpRefusal {}

    /** Who worked on the matter does not follow up what was said of it. */
    record WorkedOnIt() implements FollowUpRefusal {}

    record NotASupervisor() implements FollowUpRefusal {}

    record NotItsTurn(FollowUp.State state) implements FollowUpRefusal {}

    record WordsMissing() implements FollowUpRefusal {}

    /** What was found must be said: it is so, partly so, or not so. */
    record VerdictMissing() implements FollowUpRefusal {}

    /** The calendar does not speak about that year yet. */
    record CalendarUnknown(int year) implements FollowUpRefusal {}
}
