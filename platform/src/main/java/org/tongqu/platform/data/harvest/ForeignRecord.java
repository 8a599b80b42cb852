package org.tongqu.platform.data.harvest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What another catalogue says of a dataset. Texts are plain; addresses are of the web.
 *
 * @param identifier by which its catalogue knows it; the address of the dataset where it has one
 * @param landing the page about it over there; empty when it has none
 */
public record ForeignRecord(
        String identifier,
        String title,
        String description,
        String publisher,
        Optional<Instant> modified,
        Terms terms,
        List<String> themes,
        String landing,
        List<Offer> offers) {

    public ForeignRecord {
        themes = List.copyOf(themes);
        offers = List.copyOf(offers);
    }

    /** Under what it may be used, as its catalogue writes it. */
    public record Terms(String licence, String rights) {}

    /** A way to get it. */
    public record Offer(String title, String format, String address) {}
}
