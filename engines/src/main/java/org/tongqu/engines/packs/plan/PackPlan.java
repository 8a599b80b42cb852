package org.tongqu.engines.packs.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.schema.Property;

/**
 * What applying a pack in place of another would change.
 *
 * @param changes part by part, by name within each
 * @param flags   what deserves a second look before it is applied; a change without any breaks nothing that is known
 */
public record PackPlan(Versions versions, List<Change> changes, List<Flag> flags) {

    public PackPlan {
        changes = List.copyOf(changes);
        flags = List.copyOf(flags);
    }

    /** @param before missing for a service that is new */
    public record Versions(String packId, Optional<String> before, String after) {}

    /** What of a pack changes, in the order it is told. */
    public enum Part {
        PACK,
        ITEM,
        LIMIT,
        PAGE,
        FIELD,
        MATERIAL,
        RULE,
        DATA,
        STEP,
        WAY,
        DOCUMENT,
        REGISTER,
        LIST,
        NOTICE,
        SUPERVISION,
        ROLE,
        TEXT;

        /** By which its word is found. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One line of a pack. */
    public record Place(Part part, String name) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            var byPart = part.compareTo(other.part);
            return byPart == 0 ? name.compareTo(other.name) : byPart;
        }
    }

    /** @param before missing for what is new; {@code after} for what is gone */
    public record Change(Place place, Optional<String> before, Optional<String> after) {}

    /** @param code names its sentences, {@code plan.flag.<code>} */
    public record Flag(String code, String what) {}

    public boolean isEmpty() {
        return changes.isEmpty() && flags.isEmpty();
    }

    /** Plans for each pack of the two folders, by its id. */
    public static List<PackPlan> all(List<Pack> before, List<Pack> after) {
        var was = new TreeMap<String, Pack>();
        before.forEach(pack -> was.put(pack.id(), pack));
        var plans = new TreeMap<String, PackPlan>();
        was.forEach((id, pack) -> plans.put(id, ofGone(pack)));
        after.forEach(pack ->
                plans.put(pack.id(), was.containsKey(pack.id()) ? of(was.get(pack.id()), pack) : ofNew(pack)));
        return List.copyOf(plans.values());
    }

    /** What taking the pack away would do. */
    private static PackPlan ofGone(Pack before) {
        var changes = new ArrayList<Change>();
        new TreeMap<>(PackOutline.of(before))
                .forEach((place, value) -> changes.add(new Change(place, Optional.of(value), Optional.empty())));
        return new PackPlan(
                new Versions(before.id(), Optional.of(before.version()), "–"),
                changes,
                List.of(new Flag("gone", before.id())));
    }

    /** What applying the pack would do where there was none. */
    public static PackPlan ofNew(Pack after) {
        var changes = new ArrayList<Change>();
        new TreeMap<>(PackOutline.of(after))
                .forEach((place, value) -> changes.add(new Change(place, Optional.empty(), Optional.of(value))));
        return new PackPlan(new Versions(after.id(), Optional.empty(), after.version()), changes, List.of());
    }

    /** What applying one in place of the other would do. */
    public static PackPlan of(Pack before, Pack after) {
        var changes = changes(PackOutline.of(before), PackOutline.of(after));
        var flags = new ArrayList<Flag>();
        if (before.version().equals(after.version())
                && !before.contentHash().equals(after.contentHash())
                && !changes.isEmpty()) {
            flags.add(new Flag("version", after.version()));
        }
        for (var change : changes) {
            flag(change, before, after).ifPresent(flags::add);
        }
        return new PackPlan(new Versions(after.id(), Optional.of(before.version()), after.version()), changes, flags);
    }

    private static List<Change> changes(Map<Place, String> before, Map<Place, String> after) {
        var places = new TreeMap<>(before);
        places.putAll(after);
        var changes = new ArrayList<Change>();
        for (var place : places.keySet()) {
            var was = Optional.ofNullable(before.get(place));
            var is = Optional.ofNullable(after.get(place));
            if (!was.equals(is)) {
                changes.add(new Change(place, was, is));
            }
        }
        return changes;
    }

    private static Optional<Flag> flag(Change change, Pack before, Pack after) {
        var name = change.place().name();
        var isGone = change.after().isEmpty();
        var isNew = change.before().isEmpty();
        var code = switch (change.place().part()) {
            case PACK -> name.equals("owner") || name.equals("dispatch") ? "office" : "";
            case ITEM -> name.equals("fee") ? "fee" : "";
            case LIMIT -> isLonger(name, before, after) ? "limit" : "";
            case FIELD -> isNew && isRequired(change) ? "asked" : "";
            case MATERIAL -> isNew && isRequired(change) ? "asked" : "";
            case DATA -> isLessGuarded(name, before, after) ? "guarded" : isGone ? "data" : "";
            case DOCUMENT -> !isNew && (isGone || isIdentity(name, before)) ? "document" : "";
            case REGISTER -> isNew ? "" : "register";
            case LIST -> isNew ? "published" : "";
            case ROLE -> isGone ? "role" : "";
            case PAGE, RULE, STEP, WAY, NOTICE, SUPERVISION, TEXT -> "";
        };
        return code.isEmpty() ? Optional.empty() : Optional.of(new Flag(code, name));
    }

    /** What a document is known by: its type and how it is numbered. */
    private static boolean isIdentity(String name, Pack before) {
        return name.endsWith(" number") || before.findDocument(name).isPresent();
    }

    private static boolean isRequired(Change change) {
        return change.after().filter(value -> value.contains("REQUIRED")).isPresent();
    }

    /** A longer limit breaks what people were told; one of another unit is looked at by a person. */
    private static boolean isLonger(String clock, Pack before, Pack after) {
        var was = before.clocks().find(clock);
        var is = after.clocks().find(clock);
        if (was.isEmpty() || is.isEmpty()) {
            return was.isPresent();
        }
        var old = was.get().limit();
        var now = is.get().limit();
        return !old.equals(now) && (old.unit() != now.unit() || now.amount() > old.amount());
    }

    private static boolean isLessGuarded(String path, Pack before, Pack after) {
        return before.schema()
                .find(path)
                .map(Property::sensitivity)
                .filter(was -> after.schema()
                        .find(path)
                        .filter(is -> is.sensitivity().compareTo(was) < 0)
                        .isPresent())
                .isPresent();
    }
}
