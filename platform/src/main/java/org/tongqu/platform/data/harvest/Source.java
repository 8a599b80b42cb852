package org.tongqu.platform.data.harvest;

import java.time.Instant;
import java.util.Optional;
import org.tongqu.platform.data.catalog.Coded;

/**
 * A catalogue of somebody else.
 *
 * @param isOn whether it is read at its hours; it can be read by hand all the same
 * @param nextAt when it is read next; none when only by hand
 */
public record Source(long id, Declared said, boolean isOn, Optional<Instant> nextAt) {

    /**
     * What the data authority says of it.
     *
     * @param address of the platform for CKAN and Tongqu, of the document for DCAT
     * @param everyHours 0 for only by hand
     */
    public record Declared(String name, Kind kind, String address, Line line, Audience audience, int everyHours) {}

    /** In which way it is asked. */
    public enum Kind implements Coded {
        /** The Action API of CKAN, {@code package_search}. */
        CKAN,
        /** A document, or pages of one that Hydra links. */
        DCAT,
        /** The open catalogue of another Tongqu, page by page. */
        TONGQU
    }

    /** Over which line. */
    public enum Line implements Coded {
        ENCRYPTED,
        /** Without encryption; to be named expressly. */
        OPEN
    }

    /** Who may see what it has. */
    public enum Audience implements Coded {
        EVERYBODY,
        OFFICERS
    }
}
