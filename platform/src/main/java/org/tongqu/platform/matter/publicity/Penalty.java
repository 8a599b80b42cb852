package org.tongqu.platform.matter.publicity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A penalty decision (行政处罚决定) as it is or will be published.
 *
 * @param organisation that decided it, and answers for it here
 * @param division which the organisation serves
 */
public record Penalty(String id, Decided decided, String organisation, String division, Term term, Standing standing) {

    /**
     * @param number of the document (决定书文号)
     * @param also what a table of the national list said besides, by the code of the column
     */
    public record Decided(
            String number, LocalDate on, Subject subject, Deed deed, Ruling ruling, Map<String, String> also) {
        public Decided {
            also = Map.copyOf(also);
        }

        public Decided(String number, LocalDate on, Subject subject, Deed deed, Ruling ruling) {
            this(number, on, subject, deed, ruling, Map.of());
        }
    }

    /**
     * Who was punished; of a natural person masked.
     *
     * @param code unified social credit code, or the masked number of a natural person
     * @param representative of an organisation, masked; empty where there is none
     */
    public record Subject(Kind kind, String name, String code, String representative) {

        public enum Kind {
            ORGANISATION,
            SOLE_TRADER,
            PERSON
        }
    }

    /** @param basis the law that was broken and by which was punished */
    public record Deed(String violation, String facts, String basis) {}

    /**
     * What it costs.
     *
     * @param fine in units of 10,000 yuan
     * @param confiscated gains and goods, in units of 10,000 yuan
     */
    public record Ruling(
            Set<Sort> sorts,
            String content,
            Optional<BigDecimal> fine,
            Optional<BigDecimal> confiscated,
            Severity severity) {
        public Ruling {
            sorts = Set.copyOf(sorts);
        }
    }

    /** 处罚类别, Administrative Penalty Law, Article 9. */
    public enum Sort {
        WARNING,
        CENSURE,
        FINE,
        CONFISCATION,
        SUSPENSION,
        REVOCATION,
        CLOSURE,
        DETENTION,
        OTHER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How grave the dishonest deed is; by this its publicity ends. */
    public enum Severity {
        MINOR,
        GENERAL,
        SERIOUS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param dueAt the first instant at which publishing is too late; nothing where the calendar does not reach
     * @param until the first day on which it is no longer shown
     */
    public record Term(Instant registeredAt, Optional<Instant> dueAt, LocalDate until) {}

    /** Whether it was published, and whether it was taken down. */
    public record Standing(Optional<Instant> publishedAt, Optional<Withdrawn> withdrawn) {

        public static final Standing REGISTERED = new Standing(Optional.empty(), Optional.empty());
    }

    public record Withdrawn(Instant at, String why, How how) {}

    /** Why a decision is no longer shown. */
    public enum How {
        /** It was changed, revoked or annulled, or should not have been registered. */
        ANNULLED,
        /** The decision stands; whoever it is about has made good (信用修复), so that its publicity ends early. */
        REPAIRED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Something was put right. */
    public record Correction(Instant at, String why) {}

    /** Where it stands on a day. */
    public enum State {
        REGISTERED,
        PUBLISHED,
        ENDED,
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State state(LocalDate today) {
        if (standing.withdrawn().isPresent()) {
            return State.WITHDRAWN;
        }
        if (standing.publishedAt().isEmpty()) {
            return State.REGISTERED;
        }
        return today.isBefore(term.until()) ? State.PUBLISHED : State.ENDED;
    }

    /** One page, the latest first. @param next where the next page begins; empty on the last */
    public record Listed(List<Penalty> rows, Optional<String> next) {
        public Listed {
            rows = List.copyOf(rows);
        }
    }
}
