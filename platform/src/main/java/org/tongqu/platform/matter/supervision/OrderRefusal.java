package org.tongqu.platform.matter.supervision;

/** Why nothing was done with an order. */
public sealed interface OrderRefusal {

    /** Only supervisors issue and judge orders. */
    record NotASupervisor() implements OrderRefusal {}

    /** There is no such order, finding or clock, or it is none of this person's business. */
    record NotThere() implements OrderRefusal {}

    /** Only whoever leads the addressed organisation answers. */
    record NotTheChief(String organisation) implements OrderRefusal {}

    /** Nothing was written where something has to be. */
    record WordsMissing() implements OrderRefusal {}

    record DaysOutOfRange(int most) implements OrderRefusal {}

    /** It is not this side's turn. */
    record NotItsTurn(Order.State state) implements OrderRefusal {}

    /** Of the same thing there is an open order. */
    record OrderedBefore(String id, String number) implements OrderRefusal {}

    /** Neither the organisation nor one above it has anybody who could answer. */
    record NobodyAnswers(String organisation) implements OrderRefusal {}

    /** The calendar does not speak about that year yet. */
    record CalendarUnknown(int year) implements OrderRefusal {}
}
