package org.tongqu.engines.schema;

import java.util.ArrayList;
import java.util.List;
import org.tongqu.kernel.data.Datum;

/** Where in a tree a property's path leads, one place for every item it passes. */
final class Places {

    /** A value and its path with item numbers. */
    record Place(String path, Datum value) {}

    private Places() {}

    /** The places that hold something. */
    static List<Place> of(Datum root, String path) {
        List<Place> found = new ArrayList<>();
        walk(new Place("", root), List.of(path.split("\\.")), found);
        return found;
    }

    private static void walk(Place here, List<String> steps, List<Place> found) {
        switch (here.value()) {
            case Datum.Items(var values) -> {
                for (int i = 0; i < values.size(); i++) {
                    walk(new Place(child(here.path(), String.valueOf(i)), values.get(i)), steps, found);
                }
            }
            case Datum.Nothing nothing -> {}
            case Datum value when steps.isEmpty() -> found.add(here);
            case Datum value -> {
                var step = steps.getFirst();
                walk(new Place(child(here.path(), step), value.at(step)), steps.subList(1, steps.size()), found);
            }
        }
    }

    static String child(String path, String step) {
        return path.isEmpty() ? step : path + "." + step;
    }
}
