package org.tongqu.engines.comparisons;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.linkage.Evidence;
import org.tongqu.engines.linkage.LinkagePlan;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.kernel.text.Label;

/**
 * A declared comparison of two deliveries by identifier, or by evidence where no identifier is to be relied on.
 *
 * @param basis by which law it may be made
 * @param about the delivery whose department answers for what does not agree
 * @param against the delivery that it is laid beside; none where one is looked at in itself, or beside a register
 * @param pairs fields that are to say the same, when {@code finds} is {@link Finds#DIFFER}
 * @param days working days within which the department answers
 * @param traits by what two rows are held to be about one; none when the key says so
 * @param register the register whose golden records it is laid beside, by its identifier
 */
public record ComparisonJob(
        String code,
        Words words,
        Finds finds,
        Side about,
        Optional<Side> against,
        List<Pair> pairs,
        Answer answer,
        int days,
        Sensitivity sensitivity,
        List<Trait> traits,
        Optional<RegisterSide> register) {

    public ComparisonJob {
        pairs = List.copyOf(pairs);
        traits = List.copyOf(traits);
    }

    /** A comparison of deliveries with one another. */
    public ComparisonJob(
            String code,
            Words words,
            Finds finds,
            Side about,
            Optional<Side> against,
            List<Pair> pairs,
            Answer answer,
            int days,
            Sensitivity sensitivity,
            List<Trait> traits) {
        this(code, words, finds, about, against, pairs, answer, days, sensitivity, traits, Optional.empty());
    }

    /** Whether a delivery is laid beside golden records, and not beside another. */
    public boolean isByRegister() {
        return register.isPresent();
    }

    /** Whether rows are laid beside each other by what they say, and not by their keys. */
    public boolean isByEvidence() {
        return !traits.isEmpty();
    }

    /** Two fields that speak for or against two rows being about one. */
    public record Trait(Evidence evidence, String about, String against) {}

    /** How the two lists are linked; what is compared is called as on the side that it is about. */
    public LinkagePlan plan() {
        return LinkagePlan.usual(traits.stream()
                .map(trait -> new LinkagePlan.Field(trait.about(), trait.evidence()))
                .toList());
    }

    /** What it is called, what a finding means, and the law. */
    public record Words(Label title, Label meaning, Label basis) {}

    /** What counts as a finding. */
    public enum Finds {
        /** Both know it, and ought not to. */
        BOTH,
        /** Only the delivery that it is about knows it. */
        ONLY,
        /** The delivery that it is about does not know it, and ought to. */
        MISSING,
        /** Both know it and say something else. */
        DIFFER,
        /** One delivery has it more than once. */
        REPEATED
    }

    /** Two fields that are to say the same. */
    public record Pair(String about, String against) {}

    /**
     * What is to be corrected.
     *
     * @param item the column of the delivery that it is about
     * @param expected what it should say; empty when the department has to find that out
     * @param from the column of the other side that says what it should be
     */
    public record Answer(String item, String expected, Optional<String> from) {}

    /** The flows whose deliveries it reads. */
    public List<String> flows() {
        return against.filter(side -> !side.flow().equals(about.flow()))
                .map(side -> List.of(about.flow(), side.flow()))
                .orElseGet(() -> List.of(about.flow()));
    }

    /** The other side, which of a delivery looked at in itself, or laid beside a register, is the same. */
    public Side other() {
        return against.orElse(about);
    }
}
