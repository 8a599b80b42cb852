package org.tongqu.platform.matter.studio;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.casework.Rehearsal;

/** One trying of a changed pack on cases that were. */
public record Rehearsed(long id, Change change, Cases cases, Asker asker, State state, Progress progress) {

    /**
     * @param before the pack that applied when it was asked for
     * @param files that differ
     */
    public record Change(String packId, Label title, Content before, Content after, List<String> files) {
        public Change {
            files = List.copyOf(files);
        }
    }

    /** A pack's content, known by its hash. */
    public record Content(String version, String hash) {}

    /** @param organisation whose alone; all where it is empty */
    public record Cases(Rehearsal.Period period, Optional<String> organisation) {}

    public record Asker(String staff, String name, Instant at) {}

    /** How it stands. */
    public enum State {
        WAITING,
        RUNNING,
        COMPLETE,
        CANCELLED,
        FAILED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isOver() {
            return this != WAITING && this != RUNNING;
        }
    }

    /**
     * @param all cases there were when it was asked for
     * @param cuts how often a program ended under it
     * @param heard when the program that plays it last said so
     */
    public record Progress(int all, int played, int cuts, Instant heard, Optional<Instant> ended) {}

    /** Which cases casework is asked for. */
    public Rehearsal.Asked asked() {
        return new Rehearsal.Asked(change.packId(), cases.period(), cases.organisation());
    }
}
