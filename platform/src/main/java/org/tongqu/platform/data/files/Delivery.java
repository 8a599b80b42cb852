package org.tongqu.platform.data.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongqu.exchange.file.Manifest;

/**
 * A batch of files for a system that fetches it.
 *
 * @param number its place in the order of its flow
 * @param consumer code of the organisation it is for
 */
public record Delivery(
        long id, String flow, long number, String provider, String consumer, Manifest manifest, Times times) {

    /**
     * @param received when the receiver said that all is there. @param by who said so
     * @param cleared when its files were taken away; the manifest stays
     */
    public record Times(Instant made, Optional<Instant> received, String by, Optional<Instant> cleared) {}

    /** The file of this name, with its digest. */
    public Optional<Manifest.Part> find(String name) {
        return manifest.files().stream()
                .filter(part -> part.name().equals(name))
                .findFirst();
    }

    /** Of all that is fetched, the manifest first. */
    public List<String> names() {
        return Stream.concat(Stream.of(Manifest.NAME), manifest.files().stream().map(Manifest.Part::name))
                .toList();
    }
}
