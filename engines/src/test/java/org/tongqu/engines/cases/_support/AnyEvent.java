package org.tongqu.engines.cases._support;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.ClockRule;
import org.tongqu.engines.cases.Clocks;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Label;
import org.tongqu.kernel.time.Limit;

/** Events of every type with random content, built by what their records declare: a new event needs nothing here. */
public final class AnyEvent {

    private final SplittableRandom random;

    public AnyEvent(SplittableRandom random) {
        this.random = random;
    }

    public static List<Class<?>> types() {
        return List.of(CaseEvent.class.getPermittedSubclasses());
    }

    public CaseEvent of(Class<?> type) {
        return (CaseEvent) record(type);
    }

    private Object record(Class<?> type) {
        var parts = type.getRecordComponents();
        var values =
                Arrays.stream(parts).map(part -> value(part.getGenericType())).toArray();
        try {
            return type.getDeclaredConstructor(
                            Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException broken) {
            throw new AssertionError("No random " + type, broken);
        }
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return random.nextBoolean() ? Optional.empty() : Optional.of(value(arguments[0]));
            }
            if (generic.getRawType() == List.class) {
                var items = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    items.add(value(arguments[0]));
                }
                return items;
            }
        }
        return plain((Class<?>) type);
    }

    private Object plain(Class<?> type) {
        if (type == String.class) {
            return random.nextBoolean() ? "" : "文 \"" + random.nextInt(100) + "\" \n";
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000));
        }
        if (type == Duration.class) {
            return Duration.ofMillis(random.nextLong(1_000_000_000L));
        }
        if (type == int.class) {
            return random.nextInt(1000);
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == Limit.class) {
            return new Limit(random.nextInt(60), Limit.Unit.values()[random.nextInt(Limit.Unit.values().length)]);
        }
        if (type == Performer.class) {
            return random.nextBoolean() ? new Performer.Applicant() : new Performer.Role("r" + random.nextInt(9));
        }
        if (type == Clocks.class) {
            return clocks();
        }
        if (type == Datum.Fields.class) {
            return facts();
        }
        if (type.isEnum()) {
            var constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        return record(type);
    }

    private Clocks clocks() {
        var rules = new LinkedHashMap<String, ClockRule>();
        for (int i = random.nextInt(3); i > 0; i--) {
            var label = new Label("时" + i, random.nextBoolean() ? "" : "clock");
            Optional<ClockRule.Prolonging> more = random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(new ClockRule.Prolonging("decider", Limit.workingDays(i), i, "法"));
            rules.put("c" + i, new ClockRule("c" + i, Limit.workingDays(i), label, "法", 1 + random.nextInt(100), more));
        }
        return new Clocks(rules);
    }

    private Datum.Fields facts() {
        Map<String, Datum> facts = new LinkedHashMap<>();
        facts.put("name", Datum.of("名" + random.nextInt(10)));
        facts.put("capital", Datum.of(new BigDecimal(random.nextInt(1000)).movePointLeft(2)));
        facts.put("rows", Datum.of(List.of(Datum.nothing(), new Datum.Truth(random.nextBoolean()), Datum.empty())));
        return new Datum.Fields(facts);
    }
}
