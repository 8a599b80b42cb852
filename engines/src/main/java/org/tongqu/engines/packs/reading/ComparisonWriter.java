package org.tongqu.engines.packs.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.Condition;
import org.tongqu.engines.comparisons.Condition.Test;
import org.tongqu.engines.comparisons.RegisterSide;
import org.tongqu.engines.comparisons.Side;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;

/** Writes a comparison as packs declare it, so that it can be handed to another program, and reads it there. */
public final class ComparisonWriter {

    private ComparisonWriter() {}

    public static Datum write(ComparisonJob job) {
        var written = Datum.empty()
                .with("comparison", Datum.of(job.code()))
                .with("title", label(job.words().title()))
                .with("meaning", label(job.words().meaning()))
                .with("basis", label(job.words().basis()))
                .with("finds", named(job.finds()))
                .with("about", side(job.about()));
        if (job.against().isPresent()) {
            written = written.with("against", side(job.against().get()));
        }
        if (job.register().isPresent()) {
            written = written.with("against", registerSide(job.register().get()));
        }
        if (!job.pairs().isEmpty()) {
            written = written.with(
                    "differ",
                    list(job.pairs().stream()
                            .map(pair -> pair(Datum.empty(), pair.about(), pair.against()))
                            .toList()));
        }
        if (job.isByEvidence()) {
            written = written.with(
                    "evidence",
                    list(job.traits().stream()
                            .map(trait -> pair(
                                    Datum.empty().with("as", named(trait.evidence())), trait.about(), trait.against()))
                            .toList()));
        }
        return written.with("answer", answer(job.answer()))
                .with("days", Datum.of(job.days()))
                .with("sensitivity", named(job.sensitivity()));
    }

    /** Reads what was written. */
    public static Outcome<ComparisonJob, List<PackProblem>> read(Datum written) {
        var problems = new Problems();
        var file = "comparison";
        var job = PackFolder.of(file, written.canonical().getBytes(UTF_8))
                .yaml(file, new Spot(file, 1), problems)
                .map(ComparisonReader::read);
        return job.isEmpty() || problems.hasErrors() ? Outcome.refused(problems.all()) : Outcome.done(job.get());
    }

    private static Datum label(Label label) {
        return Datum.empty().with("zh", Datum.of(label.zh())).with("en", Datum.of(label.en()));
    }

    private static Datum named(Enum<?> value) {
        return Datum.of(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static Datum pair(Datum begun, String about, String against) {
        return begun.with("about", Datum.of(about)).with("against", Datum.of(against));
    }

    private static Datum answer(ComparisonJob.Answer answer) {
        var written = Datum.empty().with("item", Datum.of(answer.item()));
        if (!answer.expected().isEmpty()) {
            written = written.with("expected", Datum.of(answer.expected()));
        }
        return answer.from().isPresent()
                ? written.with("from", Datum.of(answer.from().get()))
                : written;
    }

    private static Datum side(Side side) {
        var written = Datum.empty().with("flow", Datum.of(side.flow())).with("key", texts(side.key()));
        if (side.latest().isPresent()) {
            written = written.with("latest", Datum.of(side.latest().get()));
        }
        return limited(written, side.where(), side.shown());
    }

    private static Datum registerSide(RegisterSide side) {
        return limited(Datum.empty().with("register", Datum.of(side.register())), side.where(), side.shown());
    }

    private static Datum limited(Datum begun, List<Condition> where, List<String> shown) {
        var written = where.isEmpty()
                ? begun
                : begun.with(
                        "where",
                        list(where.stream().map(ComparisonWriter::condition).toList()));
        return shown.isEmpty() ? written : written.with("show", texts(shown));
    }

    private static Datum condition(Condition condition) {
        var column = Datum.empty().with("column", Datum.of(condition.column()));
        return switch (condition.test()) {
            case Test.OneOf(var values) -> column.with("is", texts(values));
            case Test.NoneOf(var values) -> column.with("not", texts(values));
            case Test.Above(var limit) -> column.with("above", Datum.of(limit.toPlainString()));
            case Test.Below(var limit) -> column.with("below", Datum.of(limit.toPlainString()));
            case Test.Filled() -> column.with("filled", new Datum.Truth(true));
            case Test.Empty() -> column.with("filled", new Datum.Truth(false));
        };
    }

    private static Datum texts(List<String> texts) {
        return list(texts.stream().map(Datum::of).toList());
    }

    private static Datum list(List<Datum> items) {
        return Datum.of(items);
    }
}
