package org.tongqu.platform.matter.supervision;

import java.time.Instant;
import java.util.List;

/** What comparing an exported evidence with the journal found. */
public sealed interface Examination {

    /**
     * Every byte is as it was exported, and all it says stands in the journal today.
     *
     * @param receipt of the matter
     * @param at when it was exported
     * @param entries how many entries of the journal it carries
     * @param events how many events of the case it carries
     */
    record Whole(String receipt, Instant at, int entries, int events) implements Examination {}

    /** @param found what is not as it was, in the order of the file */
    record Different(List<Difference> found) implements Examination {
        public Different {
            found = List.copyOf(found);
        }
    }

    /**
     * @param place the link of the chain or the number of the event; 0 where it is about the file as a whole
     * @param parts which parts of the entry differ, e.g. {@code why}
     */
    record Difference(Kind kind, long place, List<String> parts) {

        public Difference {
            parts = List.copyOf(parts);
        }

        static Difference of(Kind kind, long place) {
            return new Difference(kind, place, List.of());
        }
    }

    enum Kind {
        /** It has no data part, or one that cannot be read. */
        NO_EVIDENCE,
        /** No file with exactly these bytes was ever exported here. */
        NEVER_EXPORTED,
        /** The data part is as it was exported: what was changed is what a person sees. */
        ONLY_THE_PAGES,
        /** The words of an entry are not those of the journal. */
        ENTRY_ALTERED,
        /** The journal has no such entry. */
        ENTRY_UNKNOWN,
        /** The hash does not follow from the words and the hash before. */
        HASH_WRONG,
        /** An event of the case is another one. */
        EVENT_ALTERED,
        /** The chain has no such last link. */
        HEAD_UNKNOWN
    }
}
