package org.tongqu.platform.matter.studio.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.cases.whatif.Course;
import org.tongqu.engines.cases.whatif.Foreseen;
import org.tongqu.engines.cases.whatif.Unknown;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.casework.Rehearsal;

/**
 * A line of a rehearsal with its number.
 *
 * @param took working days from the case's opening to its end, as it went
 */
public record Numbered(int number, Rehearsal.Line line, OptionalInt took) {

    /** What the columns say of both courses. */
    record Said(String then, String now, String stood, String stands, String out, String in) {}

    public static Numbered of(int number, Rehearsal.Line line, WorkingCalendar calendar) {
        var took = line.foreseen()
                .then()
                .end()
                .map(end -> calendar.workingDaysBetween(
                                line.openedAt().atZone(WorkingCalendar.ZONE).toLocalDate(),
                                end.at().atZone(WorkingCalendar.ZONE).toLocalDate())
                        .fold(OptionalInt::of, silent -> OptionalInt.empty()))
                .orElse(OptionalInt.empty());
        return new Numbered(number, line, took);
    }

    Foreseen foreseen() {
        return line.foreseen();
    }

    @Nullable
    String saidTook() {
        return took.isPresent() ? String.valueOf(took.getAsInt()) : null;
    }

    String unknown(Function<Unknown, String> said) {
        return foreseen().unknown().map(said).orElse("");
    }

    Said course() {
        var then = foreseen().then();
        var now = foreseen().now();
        return new Said(
                result(Optional.of(then)),
                result(now),
                String.join(" ", then.standing()),
                now.map(course -> String.join(" ", course.standing())).orElse(""),
                now.map(course -> without(then.path(), course.path())).orElse(""),
                now.map(course -> without(course.path(), then.path())).orElse(""));
    }

    private static String result(Optional<Course> course) {
        return course.flatMap(Course::end).map(Course.End::result).orElse("");
    }

    /** The steps of the one that the other has not, or not so often. */
    private static String without(List<String> path, List<String> other) {
        var rest = new ArrayList<>(path);
        other.forEach(rest::remove);
        return String.join(" ", rest);
    }
}
