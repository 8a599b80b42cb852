package org.tongqu.platform.data.use;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.agreements.Covering;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.golden.Position;
import org.tongqu.platform.data.golden.RecordFeed;
import org.tongqu.platform.data.golden.StoredRecords;
import org.tongqu.platform.data.golden.StoredRecords.Stored;
import org.tongqu.platform.data.use.UseRefusal.Why;
import org.tongqu.platform.data.use.internal.Accounted;
import org.tongqu.platform.data.use.internal.Accounted.Answer;
import org.tongqu.platform.data.use.internal.ChangeBell;
import org.tongqu.platform.data.use.internal.UseGate;
import org.tongqu.platform.data.use.internal.UseGate.Open;

/** Taking records of a register as far as an agreement goes: some, those that changed, or all. */
@Service
public class RegisterReading {

    private static final int CHANGES = 500;
    private static final int PART = 2_000;

    private final Accounted accounted;
    private final StoredRecords records;
    private final RecordFeed feed;
    private final Covering covering;
    private final UseLimits limits;
    private final ChangeBell bell;

    RegisterReading(
            Accounted accounted,
            StoredRecords records,
            RecordFeed feed,
            Covering covering,
            UseLimits limits,
            ChangeBell bell) {
        this.bell = bell;
        this.accounted = accounted;
        this.records = records;
        this.feed = feed;
        this.covering = covering;
        this.limits = limits;
    }

    /** The records of these identifiers; of each the fields that are named, or all that were agreed. */
    public Outcome<Reply, UseRefusal> records(Caller caller, List<String> identifiers, Set<String> fields) {
        return accounted.answer(caller, Use.Kind.RECORDS, open -> records(open, identifiers, fields));
    }

    private Outcome<Answer, UseRefusal> records(Open open, List<String> identifiers, Set<String> fields) {
        var most = open.most(limits.records());
        if (identifiers.isEmpty()) {
            return Outcome.refused(UseRefusal.Here.of(Why.RECORDS_NONE, ""));
        }
        if (identifiers.size() > most) {
            return Outcome.refused(UseRefusal.Here.of(Why.RECORDS_TOO_MANY, String.valueOf(most)));
        }
        var refusal = readable(open, fields);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var shape = new Shape(open, fields);
        List<Datum> told = new ArrayList<>();
        List<Concerned> about = new ArrayList<>();
        for (var each : identifiers) {
            var identifier = each.strip();
            var stored = records.find(open.register(), identifier);
            told.add(stored.map(found -> shape.record(identifier, found)).orElseGet(() -> shape.missing(identifier)));
            about.addAll(records.concerned(open.register(), identifier, stored));
        }
        var body = Datum.empty().with("records", Datum.of(told)).with("count", Datum.of(told.size()));
        return Outcome.done(new Answer(bytes(body), shape.names(), told.size(), about));
    }

    private static Optional<UseRefusal> readable(Open open, Set<String> fields) {
        var identifier = open.register().identifier().name();
        return UseGate.readable(open, List.of(identifier))
                .or(() -> UseGate.readable(
                        open,
                        fields.stream().filter(name -> !name.equals(identifier)).toList()));
    }

    private static byte[] bytes(Datum body) {
        return body.canonical().getBytes(UTF_8);
    }

    /** What changed behind a place, in order, and the place to go on from; nothing is ever skipped. @param after empty for the beginning */
    public Outcome<Reply, UseRefusal> changes(Caller caller, String after) {
        return accounted.answer(caller, Use.Kind.CHANGES, open -> {
            var refusal = readable(open, Set.of());
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            var end = feed.end();
            var from = position(after, end);
            return from.isPresent()
                    ? Outcome.done(changes(open, from.get(), end))
                    : Outcome.refused(UseRefusal.Here.of(Why.POSITION_WRONG, ""));
        });
    }

    /**
     * As {@link #changes(Caller, String)}; while nothing changed it waits, and answers as soon as something did.
     *
     * @param most how long it waits
     */
    public Outcome<Reply, UseRefusal> changes(Caller caller, String after, Duration most) {
        var from = after.isEmpty() ? Optional.of(Position.START) : Position.parse(after);
        var isRefused = from.flatMap(position -> accounted.before(
                        caller,
                        open -> !bell.await(
                                open.register().code(), open.key().under().agreement(), position, most)))
                .orElse(false);
        return isRefused
                ? Outcome.refused(new UseRefusal.Here(Why.BUSY, "", Optional.of(most)))
                : changes(caller, after);
    }

    private static Optional<Position> position(String after, Position end) {
        return after.isEmpty()
                ? Optional.of(Position.START)
                : Position.parse(after).filter(position -> position.transaction() <= end.transaction());
    }

    private Answer changes(Open open, Position from, Position end) {
        var most = open.most(CHANGES);
        var lines = feed.lines(open.register(), from, end, most);
        var shape = new Shape(open, Set.of());
        var isMore = lines.size() == most;
        var body = Datum.empty()
                .with("records", Datum.of(lines.stream().map(shape::line).toList()))
                .with("count", Datum.of(lines.size()))
                .with("position", Datum.of((isMore ? lines.getLast().position() : end).text()))
                .with("more", new Datum.Truth(isMore));
        return new Answer(bytes(body), shape.names(), lines.size(), about(open, lines));
    }

    private List<Concerned> about(Open open, List<RecordFeed.Line> lines) {
        return lines.stream()
                .flatMap(line -> records.concerned(open.register(), line.identifier(), line.record()).stream())
                .toList();
    }

    /**
     * A part of the whole register, a record a line. The last line of each part holds the place to go on from and whether
     * there is more; where there is none, changes go on from it.
     *
     * @param taken how many records were taken before in this run
     */
    public Outcome<Part, UseRefusal> part(Caller caller, Snapshot snapshot) {
        var kind = snapshot.taken() == 0 ? Use.Kind.SNAPSHOT : Use.Kind.SNAPSHOT_PART;
        var next = new Snapshot[1];
        return accounted
                .answer(caller, kind, open -> part(open, snapshot, next))
                .map(reply -> new Part(reply, Optional.ofNullable(next[0])));
    }

    /** @param next what comes after it; empty for the last */
    public record Part(Reply reply, Optional<Snapshot> next) {}

    /**
     * Where in a snapshot a reader stands.
     *
     * @param after empty for the beginning
     * @param end up to where it goes; empty until it began
     * @param taken how many records were taken before in this run
     */
    public record Snapshot(String after, Optional<Position> end, long taken) {
        public static Snapshot from(String after) {
            return new Snapshot(after, Optional.empty(), 0);
        }
    }

    private Outcome<Answer, UseRefusal> part(Open open, Snapshot snapshot, Snapshot[] next) {
        var end = snapshot.end().orElseGet(feed::end);
        var from = position(snapshot.after(), end);
        var refusal = readable(open, Set.of());
        if (refusal.isPresent() || from.isEmpty()) {
            return Outcome.refused(refusal.orElseGet(() -> UseRefusal.Here.of(Why.POSITION_WRONG, "")));
        }
        var left = open.rows().orElse(Long.MAX_VALUE) - snapshot.taken();
        var most = (int) Math.min(PART, left);
        var lines = feed.lines(open.register(), from.get(), end, most);
        var shape = new Shape(open, Set.of());
        var body = new ByteArrayOutputStream();
        lines.forEach(line -> write(body, shape.line(line)));
        var isMore = lines.size() == most;
        var place = (isMore ? lines.getLast().position() : end).text();
        if (isMore && left > most) {
            next[0] = new Snapshot(place, Optional.of(end), snapshot.taken() + lines.size());
        } else {
            write(body, Datum.empty().with("position", Datum.of(place)).with("more", new Datum.Truth(isMore)));
        }
        return Outcome.done(new Answer(body.toByteArray(), shape.names(), lines.size(), List.of()));
    }

    private static void write(ByteArrayOutputStream body, Datum line) {
        body.writeBytes(bytes(line));
        body.write('\n');
    }

    /** How records leave: the fields, each hidden as was agreed. */
    private final class Shape {

        private final Map<Attribute, UnaryOperator<String>> fields = new LinkedHashMap<>();
        private final UnaryOperator<String> identifier;

        Shape(Open open, Set<String> wanted) {
            var agreement = open.key().under().agreement();
            for (var attribute : open.attributes()) {
                if (wanted.isEmpty() || wanted.contains(attribute.name())) {
                    fields.put(
                            attribute,
                            covering.of(open.masking(attribute.name()).orElseThrow(), agreement));
                }
            }
            this.identifier = covering.of(
                    open.masking(open.register().identifier().name()).orElseThrow(), agreement);
        }

        Set<String> names() {
            return fields.keySet().stream().map(Attribute::name).collect(Collectors.toCollection(TreeSet::new));
        }

        Datum line(RecordFeed.Line line) {
            return line.record()
                    .map(stored -> record(identifier.apply(line.identifier()), stored))
                    .orElseGet(() -> Datum.empty()
                            .with("identifier", Datum.of(identifier.apply(line.identifier())))
                            .with("gone", new Datum.Truth(true)));
        }

        Datum record(String shown, Stored stored) {
            Map<String, Datum> told = new LinkedHashMap<>();
            fields.forEach((attribute, cover) -> told.put(
                    attribute.name(),
                    records.value(stored, attribute).map(cover).map(Datum::of).orElseGet(Datum::nothing)));
            return Datum.empty().with("identifier", Datum.of(shown)).with("fields", new Datum.Fields(told));
        }

        Datum missing(String asked) {
            return Datum.empty().with("identifier", Datum.of(asked)).with("fields", Datum.nothing());
        }
    }
}
