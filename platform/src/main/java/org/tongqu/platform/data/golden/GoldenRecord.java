package org.tongqu.platform.data.golden;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongqu.engines.registers.Decided;
import org.tongqu.engines.registers.Statement;

/**
 * A record as known on a day, with sealed values opened: whoever passes them on masks them.
 *
 * @param fields by attribute, each with its origin and with what the other sources say
 * @param story every statement it is made of, the newest first
 * @param merged other identifiers whose statements count here
 * @param parted what was merged into it and taken out again
 */
public record GoldenRecord(
        String register,
        UUID entity,
        String identifier,
        Map<String, Decided> fields,
        List<Told> story,
        List<Merged> merged,
        List<Parted> parted) {

    /**
     * @param recordedAt since when it is known here
     * @param matter that decided it, where no department said it
     */
    public record Told(Statement statement, Instant recordedAt, Optional<Matter> matter, Saying saying) {}

    /** Whether the source spoke of the thing. */
    public enum Saying {
        NAMED,
        /** Its whole delivery did not name it any more. */
        LEFT_OUT
    }

    /**
     * A matter that was decided here.
     *
     * @param what e.g. {@code 企业设立登记}
     */
    public record Matter(String caseId, String what) {}

    /** That another thing was found to be this one. @param named when a source said so, by another identifier */
    public record Merged(
            long id,
            String identifier,
            Instant at,
            String by,
            String why,
            Optional<Named> named,
            Optional<Held> evidence) {}

    /** What spoke for it, where evidence did. */
    public record Held(double probability, List<Pair.Piece> pieces) {}

    /** That a merge was taken back, by whom and why. */
    public record Parted(Instant at, Instant undoneAt, String by, String why) {}

    /** @param field the other identifier */
    public record Named(String field, String source, LocalDate since) {}

    /**
     * Which state of a record is asked for.
     *
     * @param known the last day of what was known
     * @param valid the day on which it is to hold
     */
    public record AsOf(LocalDate known, LocalDate valid) {

        public static AsOf on(LocalDate day) {
            return new AsOf(day, day);
        }
    }

    /** The matter that decided what is believed of a field, where one did. */
    public Optional<Matter> findMatter(Decided.Said said) {
        return story.stream()
                .filter(told -> told.statement().order() == said.order())
                .findFirst()
                .flatMap(Told::matter);
    }

    /** Whether anybody ever said something of a field, be it that there is nothing. */
    public boolean hasHeardOf(String field) {
        return story.stream().anyMatch(told -> told.statement().fields().containsKey(field));
    }

    public GoldenRecord {
        story = List.copyOf(story);
        merged = List.copyOf(merged);
        parted = List.copyOf(parted);
    }
}
