package org.tongqu.kernel.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;

/** The steps of a dotted path, walked for reading and for writing. */
record DatumPath(String whole, List<String> steps) {

    static DatumPath of(String path) {
        return new DatumPath(path, path.isEmpty() ? List.of() : List.of(path.split("\\.", -1)));
    }

    Datum read(Datum root) {
        var here = root;
        for (var step : steps) {
            here = child(here, step);
        }
        return here;
    }

    Datum write(Datum root, Datum datum) {
        return write(root, 0, datum);
    }

    private Datum write(Datum here, int depth, Datum datum) {
        if (depth == steps.size()) {
            return datum;
        }
        var step = steps.get(depth);
        var written = write(child(here, step), depth + 1, datum);

        return switch (here) {
            case Datum.Nothing nothing -> withField(new LinkedHashMap<>(), step, written);
            case Datum.Fields(var values) -> withField(new LinkedHashMap<>(values), step, written);
            case Datum.Items(var values) -> withItem(values, step, written);
            case Datum.Text text -> throw blocked(step);
            case Datum.Number number -> throw blocked(step);
            case Datum.Truth truth -> throw blocked(step);
        };
    }

    private static Datum withField(LinkedHashMap<String, Datum> values, String name, Datum value) {
        values.put(name, value);
        return new Datum.Fields(values);
    }

    private Datum withItem(List<Datum> values, String step, Datum value) {
        var index = index(step);
        if (index.isEmpty() || index.getAsInt() > values.size()) {
            throw new IllegalArgumentException("Expected an item number from 0 to " + values.size() + " but found \""
                    + step + "\" in path \"" + whole + "\"");
        }
        var changed = new ArrayList<>(values);
        if (index.getAsInt() == values.size()) {
            changed.add(value);
        } else {
            changed.set(index.getAsInt(), value);
        }
        return new Datum.Items(changed);
    }

    private static Datum child(Datum here, String step) {
        return switch (here) {
            case Datum.Fields(var values) -> values.getOrDefault(step, Datum.nothing());
            case Datum.Items(var values) -> {
                var index = index(step);
                yield index.isPresent() && index.getAsInt() < values.size()
                        ? values.get(index.getAsInt())
                        : Datum.nothing();
            }
            case Datum.Nothing nothing -> Datum.nothing();
            case Datum.Text text -> Datum.nothing();
            case Datum.Number number -> Datum.nothing();
            case Datum.Truth truth -> Datum.nothing();
        };
    }

    private static OptionalInt index(String step) {
        return step.matches("0|[1-9][0-9]{0,8}") ? OptionalInt.of(Integer.parseInt(step)) : OptionalInt.empty();
    }

    private IllegalArgumentException blocked(String step) {
        return new IllegalArgumentException(
                "Expected fields or items before \"" + step + "\" in path \"" + whole + "\" but found a single value");
    }
}
