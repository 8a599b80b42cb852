package org.tongqu.platform.front.joint;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.kernel.time.Limit;
import org.tongqu.platform.matter.casework.CaseStory;
import org.tongqu.platform.matter.casework.CaseStory.Branch;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/**
 * What the organisations that handle a case together have done.
 *
 * @param saying how many are done, and how many working days are saved
 * @param awaited who is waited for the longest (关键路径); empty when all are done
 * @param table a row for each organisation's step
 */
public record Joint(String saying, String awaited, DataTable table) {

    /** Nothing where a single organisation handles the case, or the others have not begun. */
    public static Optional<Joint> of(Texts texts, CaseStory story, Directory directory, Instant now) {
        return story.branches().isEmpty()
                ? Optional.empty()
                : Optional.of(new Telling(texts, story.branches(), directory, now).joint());
    }

    private record Telling(Texts texts, List<Branch> branches, Directory directory, Instant now) {

        Joint joint() {
            return new Joint(saying(), awaited(), table());
        }

        private String saying() {
            var done = branches.stream()
                    .filter(branch -> branch.closed().isPresent())
                    .count();
            var together = days().max(Comparator.naturalOrder()).orElse(0);
            var serial = days().mapToInt(Integer::intValue).sum();
            var words = texts.say("joint.done", texts.number(branches.size()), texts.number(done));
            return serial > together
                    ? words
                            + texts.say(
                                    "joint.saved",
                                    texts.number(serial),
                                    texts.number(together),
                                    texts.number(serial - together))
                    : words;
        }

        private Stream<Integer> days() {
            return branches.stream()
                    .flatMap(branch -> branch.limit().stream())
                    .filter(limit -> limit.unit() == Limit.Unit.WORKING_DAYS)
                    .map(Limit::amount);
        }

        private String awaited() {
            return branches.stream()
                    .filter(branch ->
                            branch.closed().isEmpty() && branch.span().dueAt().isPresent())
                    .max(Comparator.comparing(branch -> branch.span().dueAt().orElseThrow()))
                    .map(branch -> texts.say(
                            "joint.awaited",
                            organisation(branch),
                            texts.until(branch.span().dueAt().orElseThrow())))
                    .orElse("");
        }

        private DataTable table() {
            var columns = Stream.of("organisation", "step", "lamp", "standing")
                    .map(name -> Column.of(texts.say("joint.column." + name)))
                    .toList();
            return new DataTable(
                    texts,
                    texts.say("joint.title"),
                    columns,
                    branches.stream().map(this::row).toList(),
                    EmptyState.of(texts.say("joint.title"), ""),
                    "");
        }

        private Row row(Branch branch) {
            return Row.of(
                    new Cell.Words(organisation(branch)),
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
                        branch.holder().orElse(""));
                return new Cell.TwoLines(
                        Said.in(texts, closed.outcome()),
                        closed.reason().isEmpty() ? when : when + texts.say("joint.reason", closed.reason()));
            }
            var by = branch.holder()
                    .map(name -> texts.say("joint.in-hand", name))
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

        private String organisation(Branch branch) {
            return directory
                    .findOrganisation(branch.organisation())
                    .map(organisation -> Said.in(texts, organisation.name()))
                    .orElse(branch.organisation());
        }
    }
}
