package org.tongqu.engines.cases.stored;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.time.Limit;

/** Writes a record as fields named like its components, and reads it back. Found out once per type, not per event. */
final class StoredRecord {

    /** How one kind of value is carried in the data tree. */
    private interface Carrier {
        Datum write(Object value);

        Object read(Datum datum, String path) throws Unreadable;
    }

    private record Component(String name, Method accessor, Carrier carrier, boolean optional) {}

    /** Carries the place of what cannot be read up to the codec. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final String path;
        private final String expected;

        Unreadable(String path, String expected) {
            super(path + ": expected " + expected);
            this.path = path;
            this.expected = expected;
        }

        String path() {
            return path;
        }

        String expected() {
            return expected;
        }
    }

    private final Constructor<?> constructor;
    private final List<Component> components;

    private StoredRecord(Constructor<?> constructor, List<Component> components) {
        this.constructor = constructor;
        this.components = components;
    }

    static StoredRecord of(Class<?> type) {
        var parts = Objects.requireNonNull(type.getRecordComponents(), () -> type + " is not a record");
        var components = Arrays.stream(parts)
                .map(part -> new Component(
                        part.getName(),
                        part.getAccessor(),
                        carrier(part.getGenericType()),
                        part.getType() == Optional.class))
                .toList();
        try {
            var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return new StoredRecord(type.getDeclaredConstructor(types), components);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(type + " has no canonical constructor", impossible);
        }
    }

    Datum.Fields write(Object record) {
        var fields = new LinkedHashMap<String, Datum>();
        for (var component : components) {
            var datum = component.carrier().write(value(component, record));
            if (!(component.optional() && datum.isNothing())) {
                fields.put(component.name(), datum);
            }
        }
        return new Datum.Fields(fields);
    }

    Object read(Datum datum, String path) throws Unreadable {
        if (!(datum instanceof Datum.Fields(var fields))) {
            throw new Unreadable(path, "fields");
        }
        var values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            var component = components.get(i);
            var found = fields.getOrDefault(component.name(), Datum.nothing());
            values[i] =
                    component.carrier().read(found, path.isEmpty() ? component.name() : path + "." + component.name());
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new Unreadable(
                    path, String.valueOf(refused.getTargetException().getMessage()));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object value(Component component, Object record) {
        try {
            return Objects.requireNonNull(component.accessor().invoke(record));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Carrier carrier(Type type) {
        if (type instanceof ParameterizedType generic) {
            return composed(generic);
        }
        var plain = (Class<?>) type;
        if (plain == String.class) {
            return text("a text", value -> value, text -> text);
        }
        if (plain == Instant.class) {
            return text("an instant", Object::toString, Instant::parse);
        }
        if (plain == Duration.class) {
            return text("a duration", Object::toString, Duration::parse);
        }
        if (plain == Limit.class) {
            return text("a limit", Object::toString, StoredRecord::limit);
        }
        if (plain == Performer.class) {
            return text(
                    "a performer",
                    value -> ((Performer) value).text(),
                    text -> Performer.parse(text).orElseThrow(() -> new IllegalArgumentException(text)));
        }
        if (plain.isEnum()) {
            return text(
                    "one of " + Arrays.toString(plain.getEnumConstants()),
                    value -> ((Enum<?>) value).name(),
                    text -> constant(plain, text));
        }
        return plain.isRecord() && plain != Datum.Fields.class ? nested(StoredRecord.of(plain)) : scalar(plain);
    }

    private static Carrier scalar(Class<?> type) {
        if (type == int.class) {
            return carrier(
                    "a whole number",
                    value -> Datum.of((int) value),
                    datum -> ((Datum.Number) datum).value().intValueExact());
        }
        if (type == boolean.class) {
            return carrier(
                    "true or false", value -> new Datum.Truth((boolean) value), datum -> ((Datum.Truth) datum).value());
        }
        if (type == Datum.Fields.class) {
            return carrier("fields", value -> (Datum.Fields) value, datum -> (Datum.Fields) datum);
        }
        throw new IllegalStateException("Events cannot carry a " + type);
    }

    private static Carrier composed(ParameterizedType type) {
        var arguments = type.getActualTypeArguments();
        var inner = carrier(arguments[arguments.length - 1]);
        if (type.getRawType() == Optional.class) {
            return optional(inner);
        }
        if (type.getRawType() == List.class) {
            return list(inner);
        }
        if (type.getRawType() == Map.class && arguments[0] == String.class) {
            return map(inner);
        }
        throw new IllegalStateException("Events cannot carry a " + type);
    }

    private static Carrier optional(Carrier inner) {
        return new Carrier() {
            @Override
            public Datum write(Object value) {
                return ((Optional<?>) value).<Datum>map(inner::write).orElseGet(Datum::nothing);
            }

            @Override
            public Object read(Datum datum, String path) throws Unreadable {
                return datum.isNothing() ? Optional.empty() : Optional.of(inner.read(datum, path));
            }
        };
    }

    private static Carrier list(Carrier inner) {
        return new Carrier() {
            @Override
            public Datum write(Object value) {
                var items = new ArrayList<Datum>();
                ((List<?>) value).forEach(item -> items.add(inner.write(Objects.requireNonNull(item))));
                return Datum.of(items);
            }

            @Override
            public Object read(Datum datum, String path) throws Unreadable {
                if (!(datum instanceof Datum.Items(var items))) {
                    throw new Unreadable(path, "items");
                }
                var values = new ArrayList<Object>();
                for (int i = 0; i < items.size(); i++) {
                    values.add(inner.read(items.get(i), path + "." + i));
                }
                return values;
            }
        };
    }

    private static Carrier map(Carrier inner) {
        return new Carrier() {
            @Override
            public Datum write(Object value) {
                var fields = new LinkedHashMap<String, Datum>();
                ((Map<?, ?>) value)
                        .forEach((name, entry) ->
                                fields.put(String.valueOf(name), inner.write(Objects.requireNonNull(entry))));
                return new Datum.Fields(fields);
            }

            @Override
            public Object read(Datum datum, String path) throws Unreadable {
                if (!(datum instanceof Datum.Fields(var fields))) {
                    throw new Unreadable(path, "fields");
                }
                var values = new LinkedHashMap<String, Object>();
                for (var field : fields.entrySet()) {
                    values.put(field.getKey(), inner.read(field.getValue(), path + "." + field.getKey()));
                }
                return values;
            }
        };
    }

    private static Carrier nested(StoredRecord shape) {
        return new Carrier() {
            @Override
            public Datum write(Object value) {
                return shape.write(value);
            }

            @Override
            public Object read(Datum datum, String path) throws Unreadable {
                return shape.read(datum, path);
            }
        };
    }

    private static Carrier text(String expected, Function<Object, Object> print, Function<String, Object> parse) {
        return carrier(
                expected,
                value -> Datum.of((String) print.apply(value)),
                datum -> parse.apply(((Datum.Text) datum).value()));
    }

    private static Carrier carrier(String expected, Function<Object, Datum> write, Function<Datum, Object> read) {
        return new Carrier() {
            @Override
            public Datum write(Object value) {
                return write.apply(value);
            }

            @Override
            public Object read(Datum datum, String path) throws Unreadable {
                try {
                    return read.apply(datum);
                } catch (ClassCastException
                        | ArithmeticException
                        | IllegalArgumentException
                        | DateTimeException other) {
                    throw new Unreadable(path, expected);
                }
            }
        };
    }

    private static Limit limit(String text) {
        return switch (Limit.parse(text)) {
            case Outcome.Done<Limit, ?>(var limit) -> limit;
            case Outcome.Refused<Limit, ?> refused -> throw new IllegalArgumentException(text);
        };
    }

    private static Object constant(Class<?> type, String name) {
        for (var constant : Objects.requireNonNull(type.getEnumConstants())) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
