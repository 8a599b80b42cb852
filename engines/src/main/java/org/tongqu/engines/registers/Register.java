package org.tongqu.engines.registers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongqu.engines.linkage.LinkagePlan.Field;
import org.tongqu.engines.schema.Property.Sensitivity;
import org.tongqu.kernel.text.Label;

/**
 * A register: one record for each thing of a kind, made from what its sources say.
 *
 * @param code e.g. {@code population}
 * @param basis the standard or law it stands on
 * @param owner the kind of organisation that answers for it
 * @param identifier what tells one thing from another in every source
 * @param sources in the order in which they are listed; of each attribute its own order decides
 * @param evidence attributes by which a record without the identifier is held to be of the same thing; empty for none
 */
public record Register(
        String code,
        Tier tier,
        Label title,
        Label meaning,
        Label basis,
        String owner,
        RegisterIdentifier identifier,
        List<RegisterSource> sources,
        List<Attribute> attributes,
        List<Relation> relations,
        List<Place> places,
        List<Field> evidence) {

    /** Base registers are what others are keyed to; theme registers are of one field of government. */
    public enum Tier {
        BASE,
        THEME
    }

    /**
     * Who speaks.
     *
     * @param code e.g. {@code public-security}
     * @param days how many days may pass between two deliveries before it is overdue
     */
    public record RegisterSource(String code, Label title, int days, Delivers delivers) {

        /** Whether it is what matters decided here, and no department. */
        public boolean isMatters() {
            return delivers == Delivers.MATTERS;
        }

        /** Whether what a delivery does not name is left out by it. */
        public boolean isWhole() {
            return delivers == Delivers.WHOLE;
        }
    }

    /** What a delivery of a source says of what it does not name. */
    public enum Delivers {
        /** Nothing: it names what changed. */
        CHANGES,
        /** That the source knows it no more: each delivery names all things. */
        WHOLE,
        /** Nothing, and of a thing only what was decided: it is a matter decided here. */
        MATTERS
    }

    /** @param by the attribute, or the identifier, that holds the identifier of a record of the other register */
    public record Relation(String name, Label title, String to, String by) {}

    /**
     * Where a thing is.
     *
     * @param division the attribute with the code of its division
     * @param address the attribute with the address in words
     * @param shapes where it lies on the map: the first that a record says something of counts; empty when it is on none
     * @param kinds the attribute by whose codes its things stand on layers of their own
     * @param time the attribute with the day by which its things on the map are asked for
     */
    public record Place(
            String name,
            Label title,
            String division,
            Optional<String> address,
            List<Shape> shapes,
            Optional<String> kinds,
            Optional<String> time) {

        public Place {
            shapes = List.copyOf(shapes);
        }
    }

    /** What says where a thing lies on the map. */
    public sealed interface Shape {

        /** @param attribute whose value is the shape */
        record Drawn(String attribute) implements Shape {}

        /** Two attributes in degrees. */
        record Point(String longitude, String latitude) implements Shape {}
    }

    public Register {
        sources = List.copyOf(sources);
        attributes = List.copyOf(attributes);
        relations = List.copyOf(relations);
        places = List.copyOf(places);
        evidence = List.copyOf(evidence);
    }

    /** Whether records are linked by evidence that no identifier links. */
    public boolean isByEvidence() {
        return !evidence.isEmpty();
    }

    public Optional<Attribute> findAttribute(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }

    /** The attribute that is called so, by itself or by what else forms and matters call it. */
    public Optional<Attribute> findCalled(String name) {
        return findAttribute(name)
                .or(() -> attributes.stream()
                        .filter(attribute -> attribute.also().contains(name))
                        .findFirst());
    }

    /** The source by which it learns what matters decided here; empty when they do not speak for it. */
    public Optional<RegisterSource> findMatters() {
        return sources.stream().filter(RegisterSource::isMatters).findFirst();
    }

    public Optional<RegisterSource> findSource(String source) {
        return sources.stream().filter(one -> one.code().equals(source)).findFirst();
    }

    /** Where its things lie on the map, of a register whose place says so. */
    public Optional<Place> findMapped() {
        return places.stream().filter(place -> !place.shapes().isEmpty()).findFirst();
    }

    /** Whether anything in it is about a person, so that whoever looks must say what for. */
    public boolean isPersonal() {
        return Stream.concat(
                        Stream.of(identifier.sensitivity()), attributes.stream().map(Attribute::sensitivity))
                .anyMatch(how -> how == Sensitivity.PERSONAL || how == Sensitivity.SENSITIVE);
    }
}
