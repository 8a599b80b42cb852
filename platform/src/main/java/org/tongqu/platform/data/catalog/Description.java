package org.tongqu.platform.data.catalog;

import java.util.List;
import java.util.Set;

/**
 * What is said of a resource as a whole.
 *
 * @param summary what it holds, from where and what for
 * @param related resources that are used together with it
 */
public record Description(
        String name,
        String summary,
        Sharing sharing,
        Opening opening,
        Cycle cycle,
        Format format,
        List<ResourceCode> related) {

    public Description {
        related = List.copyOf(related);
    }

    /**
     * Sharing within the government.
     *
     * @param basis the law, regulation or policy; nothing is kept back without one
     * @param condition under which a conditional resource is given; empty else
     * @param ways how it can be had
     */
    public record Sharing(SharingType type, String basis, String condition, Set<Way> ways) {
        public Sharing {
            ways = Set.copyOf(ways);
        }
    }

    public enum SharingType implements Coded {
        UNCONDITIONAL,
        CONDITIONAL,
        NONE
    }

    public enum Way implements Coded {
        TABLE,
        FILE,
        INTERFACE
    }

    /** Whether society may have it. */
    public record Opening(Openness kind, String condition) {}

    public enum Openness implements Coded {
        CLOSED,
        CONDITIONAL,
        OPEN
    }

    /** How often the source brings it up to date. */
    public enum Cycle implements Coded {
        REALTIME,
        DAILY,
        WEEKLY,
        MONTHLY,
        QUARTERLY,
        YEARLY,
        IRREGULAR
    }

    /** @param detail e.g. {@code mysql}, {@code csv}, {@code ofd} */
    public record Format(FormatKind kind, String detail) {}

    public enum FormatKind implements Coded {
        DOCUMENT,
        SPREADSHEET,
        DATABASE,
        IMAGE,
        MEDIA,
        SELF_DESCRIBING,
        INTERFACE
    }
}
