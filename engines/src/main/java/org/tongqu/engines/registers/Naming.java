package org.tongqu.engines.registers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tongqu.engines.registers.RecordFault.Kind;

/**
 * Decides which things become one because a source names one of them by another identifier of its own. Records are asked
 * for in the order in which they came: what an earlier one said stands, and the later one is set aside with its reason.
 */
public final class Naming {

    private final Map<UUID, UUID> roots;
    private final Map<UUID, UUID> above;
    private final Set<Pair> parted;
    private final List<Pair> links = new ArrayList<>();

    /** That one thing is, or was once, part of another. */
    public record Pair(UUID thing, UUID into) {}

    /** That a record names the thing it is about by another identifier. */
    public record Claim(String field, UUID other) {}

    /**
     * @param roots of things that are merged into others, what they are merged into in the end
     * @param said of things that sources said to be others by a former or another identifier, which
     * @param parted what somebody took apart after it had been made one
     */
    public Naming(Map<UUID, UUID> roots, Map<UUID, UUID> said, Set<Pair> parted) {
        this.roots = new HashMap<>(roots);
        this.above = new HashMap<>(said);
        this.parted = Set.copyOf(parted);
    }

    /** Takes all claims of a record, or none of them and says why. */
    public List<RecordFault> take(UUID speaker, List<Claim> claims) {
        var faults = claims.stream()
                .flatMap(claim ->
                        fault(speaker, claim.other()).map(kind -> new RecordFault(claim.field(), kind)).stream())
                .toList();
        if (faults.isEmpty()) {
            claims.forEach(claim -> link(claim.other(), speaker));
        }
        return faults;
    }

    private Optional<Kind> fault(UUID speaker, UUID other) {
        var own = root(speaker);
        var its = root(other);
        if (its.equals(own)) {
            return isAbove(other, speaker) ? Optional.of(Kind.RING) : Optional.empty();
        }
        if (!its.equals(other)) {
            return Optional.of(Kind.ELSEWHERE);
        }
        return parted.contains(new Pair(other, own)) || parted.contains(new Pair(other, speaker))
                ? Optional.of(Kind.PARTED)
                : Optional.empty();
    }

    /** Whether sources said of the one, maybe by way of others, that it is the other now. */
    private boolean isAbove(UUID other, UUID speaker) {
        for (var next = above.get(speaker); next != null; next = above.get(next)) {
            if (next.equals(other)) {
                return true;
            }
        }
        return false;
    }

    private void link(UUID other, UUID speaker) {
        var own = root(speaker);
        if (root(other).equals(own)) {
            return;
        }
        links.add(new Pair(other, own));
        roots.put(other, own);
        above.put(other, own);
    }

    /** What a thing is part of in the end. */
    public UUID root(UUID thing) {
        var root = thing;
        for (var next = roots.get(root); next != null && !next.equals(root); next = roots.get(root)) {
            root = next;
        }
        return root;
    }

    /** What became one, in order. */
    public List<Pair> links() {
        return List.copyOf(links);
    }
}
