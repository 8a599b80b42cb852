package org.tongqu.platform.front.joint;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.SpanChart;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.platform.matter.casework.CaseStory;
import org.tongqu.platform.matter.casework.CaseStory.Branch;
import org.tongqu.platform.matter.casework.CaseStory.Path;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/**
 * What the organisations that handle a case together have done.
 *
 * @param saying how many are done, and how many working days are saved
 * @param awaited who is waited for the longest; empty when all are done
 * @param appointed when all come to the place together; empty where no day is named
 * @param ahead what decides from now on how long it takes (关键路径); empty when all is done
 * @param stages each with a row for what each organisation does, and the clocks of all of them on one axis of time
 */
public record Joint(String saying, String awaited, String appointed, String ahead, List<Stage> stages) {

    private static final int MOST_AHEAD = 6;

    public Joint {
        stages = List.copyOf(stages);
    }

    /**
     * @param title empty where the matter has no stages
     * @param table empty for a stage that has not begun
     * @param clocks empty for a stage that has not begun
     */
    public record Stage(
            String title, String standing, Path.Standing state, Optional<DataTable> table, Optional<SpanChart> clocks) {

        public boolean isOpen() {
            return state == Path.Standing.GOING;
        }
    }

    /** Nothing where a single organisation handles the case, or the others have not begun. */
    public static Optional<Joint> of(Texts texts, CaseStory story, Directory directory, Instant now) {
        return story.branches().isEmpty()
                ? Optional.empty()
                : Optional.of(new Telling(texts, story.branches(), story.path(), directory, now).joint());
    }

    private record Telling(Texts texts, List<Branch> branches, Path path, Directory directory, Instant now) {

        Joint joint() {
            return new Joint(saying(), awaited(), appointed(), ahead(), stages());
        }

        private String saying() {
            var done = branches.stream()
                    .filter(branch -> branch.closed().isPresent())
                    .count();
            var bodies = branches.stream().map(Branch::organisation).distinct().count();
            var words =
                    texts.say("joint.done", texts.number(bodies), texts.number(branches.size()), texts.number(done));
            return path.serial() > path.together()
                    ? words
                            + texts.say(
                                    "joint.saved",
                                    texts.number(path.serial()),
                                    texts.number(path.together()),
                                    texts.number(path.serial() - path.together()))
                    : words;
        }

        private String awaited() {
            return path.awaited()
                    .filter(waiting -> branches.stream()
                            .anyMatch(branch -> branch.closed().isEmpty()
                                    && branch.organisation().equals(waiting.organisation())))
                    .or(this::last)
                    .map(waiting ->
                            texts.say("joint.awaited", name(waiting.organisation()), texts.until(waiting.dueAt())))
                    .orElse("");
        }

        /** Where the longest way waits for nobody of them, the one that has the most time left. */
        private Optional<Path.Awaited> last() {
            return branches.stream()
                    .filter(branch -> branch.closed().isEmpty())
                    .filter(branch -> branch.span().dueAt().isPresent())
                    .map(branch -> new Path.Awaited(
                            branch.organisation(), branch.span().dueAt().orElseThrow()))
                    .max(Comparator.comparing(Path.Awaited::dueAt));
        }

        private String appointed() {
            return path.appointedOn()
                    .map(day -> texts.say("joint.appointed", texts.day(day)))
                    .orElse("");
        }

        private String ahead() {
            if (path.ahead().size() < 2) {
                return "";
            }
            var shown = path.ahead().stream()
                    .limit(MOST_AHEAD)
                    .map(step -> Said.in(texts, step))
                    .collect(Collectors.joining(texts.say("joint.then")));
            return texts.say(
                    path.ahead().size() > MOST_AHEAD ? "joint.ahead-more" : "joint.ahead",
                    shown,
                    texts.number(path.ahead().size()));
        }

        private List<Stage> stages() {
            if (path.stages().isEmpty()) {
                return List.of(new Stage(
                        "", "", Path.Standing.GOING, Optional.of(table("", branches)), Optional.of(clocks(branches))));
            }
            return path.stages().stream()
                    .map(stage -> {
                        var own = branches.stream()
                                .filter(branch -> branch.stage().equals(Optional.of(stage.name())))
                                .toList();
                        var title = Said.in(texts, stage.name());
                        return new Stage(
                                title,
                                standing(stage, own),
                                stage.standing(),
                                own.isEmpty() ? Optional.empty() : Optional.of(table(title, own)),
                                own.isEmpty() ? Optional.empty() : Optional.of(clocks(own)));
                    })
                    .toList();
        }

        private String standing(Path.Stage stage, List<Branch> own) {
            var done =
                    own.stream().filter(branch -> branch.closed().isPresent()).count();
            return switch (stage.standing()) {
                case AHEAD ->
                    texts.say("joint.stage.ahead", texts.number(stage.together()), texts.number(stage.serial()));
                case GOING ->
                    texts.say(
                            "joint.stage.going",
                            texts.number(own.size()),
                            texts.number(done),
                            texts.number(stage.serial() - stage.together()));
                case DONE -> texts.say("joint.stage.done", texts.number(own.size()));
            };
        }

        private SpanChart clocks(List<Branch> own) {
            return JointClocks.of(texts, own, this::name, now);
        }

        private DataTable table(String stage, List<Branch> rows) {
            var columns = Stream.of("organisation", "step", "lamp", "standing")
                    .map(name -> Column.of(texts.say("joint.column." + name)))
                    .toList();
            var title = stage.isEmpty() ? texts.say("joint.title") : stage;
            return new DataTable(
                    texts, title, columns, rows.stream().map(this::row).toList(), EmptyState.of(title, ""), "");
        }

        private Row row(Branch branch) {
            return Row.of(
                    new Cell.Words(name(branch.organisation())),
                    new Cell.Words(Said.in(texts, branch.step())),
                    new Cell.Lit(Lamp.of(texts, light(branch))),
                    standing(branch));
        }

        private Cell standing(Branch branch) {
            if (branch.closed().isPresent()) {
                var closed = branch.closed().get();
                var when = texts.say(
                        "joint.closed",
                        texts.moment(closed.at()),
                        branch.holder().map(Branch.Holder::name).orElse(""));
                return new Cell.TwoLines(
                        Said.in(texts, closed.outcome()),
                        closed.reason().isEmpty() ? when : when + texts.say("joint.reason", closed.reason()));
            }
            var by = branch.holder()
                    .map(holder -> holder.whose() == Branch.Whose.APPLICANT
                            ? texts.say("joint.with-applicant")
                            : texts.say("joint.in-hand", holder.name()))
                    .orElseGet(() -> texts.say("joint.not-taken"));
            return new Cell.TwoLines(
                    by,
                    branch.span()
                            .dueAt()
                            .map(due -> texts.say("joint.due", texts.until(due)))
                            .orElse(""));
        }

        private Light light(Branch branch) {
            var due = branch.span().dueAt();
            var at = branch.closed().map(Branch.Closed::at).orElse(now);
            if (due.isPresent() && !at.isBefore(due.get())) {
                return Light.LATE;
            }
            if (branch.closed().isPresent()) {
                return Light.DONE;
            }
            return branch.span().warnAt().filter(warn -> !now.isBefore(warn)).isPresent() ? Light.SOON : Light.FINE;
        }

        private String name(String code) {
            return directory
                    .findOrganisation(code)
                    .map(organisation -> Said.in(texts, organisation.name()))
                    .orElse(code);
        }
    }
}
