package org.tongqu.platform.data.agreements.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.Agreement.Granted;
import org.tongqu.platform.data.agreements.Agreement.Hearing;
import org.tongqu.platform.data.agreements.Agreement.Kept;
import org.tongqu.platform.data.agreements.Agreement.Terms;

/** The same agreement with something else in it. */
public record Changing(Agreement from) {

    public static Changing of(Agreement agreement) {
        return new Changing(agreement);
    }

    public Agreement granting(List<Granted> items) {
        return with(from.state(), from.terms(), items, from.hearing());
    }

    public Agreement limited(OptionalLong rows) {
        var terms = from.terms();
        return with(
                from.state(),
                new Terms(
                        terms.purpose(),
                        terms.use(),
                        terms.basis(),
                        terms.frequency(),
                        rows,
                        terms.starts(),
                        terms.ends()),
                from.items(),
                from.hearing());
    }

    public Agreement in(Kept state) {
        return with(state, from.terms(), from.items(), from.hearing());
    }

    public Agreement heard() {
        return with(from.state(), from.terms(), from.items(), Hearing.HEARD);
    }

    public Agreement dueOn(Optional<LocalDate> day) {
        return until(from.terms(), from.renewal(), day);
    }

    public Agreement renewing(Optional<LocalDate> day) {
        return until(from.terms(), day, from.dueOn());
    }

    public Agreement ending(LocalDate day) {
        var terms = from.terms();
        return until(
                new Terms(
                        terms.purpose(),
                        terms.use(),
                        terms.basis(),
                        terms.frequency(),
                        terms.rows(),
                        terms.starts(),
                        day),
                Optional.empty(),
                from.dueOn());
    }

    /** As it is kept once another deed was done to it. */
    public Agreement again() {
        return new Agreement(
                from.id(),
                from.subject(),
                from.parties(),
                from.state(),
                from.terms(),
                from.items(),
                from.renewal(),
                from.hearing(),
                from.dueOn(),
                from.asked(),
                from.version() + 1);
    }

    private Agreement with(Kept state, Terms terms, List<Granted> items, Hearing hearing) {
        return new Agreement(
                from.id(),
                from.subject(),
                from.parties(),
                state,
                terms,
                items,
                from.renewal(),
                hearing,
                from.dueOn(),
                from.asked(),
                from.version());
    }

    private Agreement until(Terms terms, Optional<LocalDate> renewal, Optional<LocalDate> due) {
        return new Agreement(
                from.id(),
                from.subject(),
                from.parties(),
                from.state(),
                terms,
                from.items(),
                renewal,
                from.hearing(),
                due,
                from.asked(),
                from.version());
    }
}
