package org.tongqu.engines.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.engines.cases.process.SpecialProcedure;

/**
 * What was done to a case besides its steps.
 *
 * @param passages every step passed, in order
 * @param outcomes of the steps that still stand, by node: what {@code outcomes.NODE} of a condition reads
 * @param copies who may read the case without working on it (抄送)
 * @param supplements what the applicant was asked to complete so far (补正)
 */
public record Handling(
        List<Passage> passages,
        Map<String, String> outcomes,
        Optional<Suspension> suspension,
        List<Promised> promises,
        List<Assignee> copies,
        List<Supplement> supplements) {

    static final Handling NONE = new Handling(List.of(), Map.of(), Optional.empty(), List.of(), List.of(), List.of());

    /** @param timers those that were set when it was suspended, to be set again with the time left */
    public record Suspension(Instant at, String byName, String why, String basis, List<Timer> timers) {
        public Suspension {
            timers = List.copyOf(timers);
        }
    }

    /** Asked once at a step; what could have been known then is not asked again (行政许可法 第三十二条). */
    public record Supplement(String nodeId, String byName, Instant at) {}

    /**
     * Material the applicant promised to bring later (容缺受理).
     *
     * @param open until it was brought
     * @param broken the day passed without it
     */
    public record Promised(
            String id, String nodeId, List<String> materials, Instant dueAt, boolean open, boolean broken) {
        public Promised {
            materials = List.copyOf(materials);
        }

        Promised kept() {
            return new Promised(id, nodeId, materials, dueAt, false, broken);
        }

        Promised late() {
            return new Promised(id, nodeId, materials, dueAt, open, true);
        }
    }

    /**
     * A special procedure (特别程序) that is going on: a hearing, an expert review, a publicity period.
     *
     * @param taskId the step it belongs to, which waits for it
     * @param excludedUntil when its declared limit is over, from which instant the clocks run again; empty once they do
     */
    public record Special(
            String id, String taskId, SpecialProcedure procedure, Instant begunAt, Optional<Instant> excludedUntil) {

        Special overran() {
            return new Special(id, taskId, procedure, begunAt, Optional.empty());
        }
    }

    public Handling {
        passages = List.copyOf(passages);
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
        promises = List.copyOf(promises);
        copies = List.copyOf(copies);
        supplements = List.copyOf(supplements);
    }

    public Optional<Passage> findPassage(String tokenId) {
        return passages.stream()
                .filter(passage -> passage.token().id().equals(tokenId))
                .findFirst();
    }

    public Optional<Promised> findPromise(String id) {
        return promises.stream().filter(promise -> promise.id().equals(id)).findFirst();
    }

    Handling passed(Passage passage) {
        var more = new ArrayList<>(passages);
        more.add(passage);
        var known = new LinkedHashMap<>(outcomes);
        known.put(passage.nodeId(), passage.outcome());
        return new Handling(more, known, suspension, promises, copies, supplements);
    }

    Handling changed(Passage before, Passage now) {
        var changed = new ArrayList<>(passages);
        changed.set(changed.lastIndexOf(before), now);
        return new Handling(changed, outcomes, suspension, promises, copies, supplements);
    }

    /** The case went back to this step: it and what came after it on its way no longer stand. */
    Handling backTo(String tokenId) {
        var way = Lineage.MAIN;
        var from = false;
        var changed = new ArrayList<Passage>();
        var known = new LinkedHashMap<String, String>();
        for (var passage : passages) {
            if (passage.token().id().equals(tokenId)) {
                from = true;
                way = passage.token().lineage();
            }
            var undone = from && passage.token().lineage().isWithin(way);
            var now = undone ? passage.undone() : passage;
            changed.add(now);
            if (now.standing()) {
                known.put(now.nodeId(), now.outcome());
            }
        }
        return new Handling(changed, known, suspension, promises, copies, supplements);
    }

    Handling suspended(Optional<Suspension> now) {
        return new Handling(passages, outcomes, now, promises, copies, supplements);
    }

    Handling promised(Promised promise) {
        var others = new ArrayList<>(promises.stream()
                .filter(before -> !before.id().equals(promise.id()))
                .toList());
        others.add(promise);
        return new Handling(passages, outcomes, suspension, others, copies, supplements);
    }

    Handling copiedTo(List<Assignee> readers) {
        var more = new ArrayList<>(copies);
        readers.stream().filter(reader -> !more.contains(reader)).forEach(more::add);
        return new Handling(passages, outcomes, suspension, promises, more, supplements);
    }

    Handling asked(Supplement supplement) {
        var more = new ArrayList<>(supplements);
        more.add(supplement);
        return new Handling(passages, outcomes, suspension, promises, copies, more);
    }
}
