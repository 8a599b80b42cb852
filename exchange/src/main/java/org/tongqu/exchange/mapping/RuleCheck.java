package org.tongqu.exchange.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.tongqu.engines.exchanges.QualityRule;
import org.tongqu.engines.exchanges.QualityRule.Check;
import org.tongqu.exchange.wire.Cell;
import org.tongqu.exchange.wire.Cell.Form;
import org.tongqu.exchange.wire.DatePattern;
import org.tongqu.exchange.wire.Misfit;
import org.tongqu.exchange.wire.Parsing;

/** One quality rule, ready to be asked of every row. An empty cell breaks no rule but that it be there. */
abstract class RuleCheck {

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final Failure failure;
    private final boolean asksNothing;

    private RuleCheck(QualityRule rule) {
        this.failure = Failure.rule(rule.id(), rule.column());
        this.asksNothing = rule.check() instanceof QualityRule.Required;
    }

    Failure failure() {
        return failure;
    }

    boolean passes(Cell cell) {
        return cell.isNothing() ? !asksNothing : holds(cell);
    }

    /** Must leave the cell as it is. */
    abstract boolean holds(Cell cell);

    static RuleCheck of(QualityRule rule, DatePattern dates) {
        Check check = rule.check();
        return switch (check) {
            case QualityRule.Required required -> new Filled(rule);
            case QualityRule.CitizenNumber number -> new Numbered(rule);
            case QualityRule.CreditCode code -> new Coded(rule);
            case QualityRule.Shape shape -> new Shaped(rule, shape);
            case QualityRule.OneOf values -> new Listed(rule, values);
            case QualityRule.Between range -> new Ranged(rule, range);
            case QualityRule.During range -> new Dated(rule, range, dates);
        };
    }

    private static final class Filled extends RuleCheck {
        Filled(QualityRule rule) {
            super(rule);
        }

        @Override
        boolean holds(Cell cell) {
            return cell.form() != Form.TEXT || cell.length() > 0;
        }
    }

    private static final class Numbered extends RuleCheck {
        Numbered(QualityRule rule) {
            super(rule);
        }

        @Override
        boolean holds(Cell cell) {
            return cell.form() == Form.TEXT && Identifiers.isCitizenNumber(cell.bytes(), cell.start(), cell.length());
        }
    }

    private static final class Coded extends RuleCheck {
        Coded(QualityRule rule) {
            super(rule);
        }

        @Override
        boolean holds(Cell cell) {
            return cell.form() == Form.TEXT && Identifiers.isCreditCode(cell.bytes(), cell.start(), cell.length());
        }
    }

    private static final class Shaped extends RuleCheck {
        private final Matcher matcher;
        private final AsciiView view = new AsciiView();
        private final Cell text = new Cell();

        Shaped(QualityRule rule, QualityRule.Shape shape) {
            super(rule);
            this.matcher = shape.pattern().matcher("");
        }

        @Override
        boolean holds(Cell cell) {
            text.copy(cell);
            text.toText();
            var isAscii = view.of(text.bytes(), text.start(), text.length());
            return matcher.reset(isAscii ? view : new String(text.bytes(), text.start(), text.length(), UTF_8))
                    .matches();
        }
    }

    private static final class Listed extends RuleCheck {
        private final Slices values;
        private final Cell text = new Cell();

        Listed(QualityRule rule, QualityRule.OneOf values) {
            super(rule);
            this.values = new Slices(values.values().stream().collect(Collectors.toMap(one -> one, one -> "")));
        }

        @Override
        boolean holds(Cell cell) {
            text.copy(cell);
            text.toText();
            return values.find(text.bytes(), text.start(), text.length()) != null;
        }
    }

    private static final class Ranged extends RuleCheck {
        private static final int SCALES = 10;

        private final BigDecimal least;
        private final BigDecimal most;
        private final long[] leastAt = new long[SCALES];
        private final long[] mostAt = new long[SCALES];
        private final Cell number = new Cell();

        Ranged(QualityRule rule, QualityRule.Between range) {
            super(rule);
            this.least = range.least();
            this.most = range.most();
            for (int scale = 0; scale < SCALES; scale++) {
                leastAt[scale] = bounded(least.setScale(scale, RoundingMode.CEILING));
                mostAt[scale] = bounded(most.setScale(scale, RoundingMode.FLOOR));
            }
        }

        private static long bounded(BigDecimal value) {
            return value.unscaledValue().bitLength() < 63
                    ? value.unscaledValue().longValueExact()
                    : value.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }

        @Override
        boolean holds(Cell cell) {
            number.copy(cell);
            if (number.form() == Form.TEXT && Parsing.number(number) != Misfit.NONE) {
                return false;
            }
            return switch (number.form()) {
                case INTEGER -> number.number() >= leastAt[0] && number.number() <= mostAt[0];
                case DECIMAL ->
                    number.scale() < SCALES
                            ? number.number() >= leastAt[number.scale()] && number.number() <= mostAt[number.scale()]
                            : isBetween(BigDecimal.valueOf(number.number(), number.scale()));
                case BIG -> isBetween(number.big());
                case FLOATING -> isBetween(BigDecimal.valueOf(number.floating()));
                case NOTHING, TRUTH, TEXT, DAY, MOMENT, INSTANT, IDENTITY, BYTES, ENDLESS -> false;
            };
        }

        private boolean isBetween(BigDecimal value) {
            return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
        }
    }

    private static final class Dated extends RuleCheck {
        private final long first;
        private final long last;
        private final DatePattern dates;
        private final Cell day = new Cell();

        Dated(QualityRule rule, QualityRule.During range, DatePattern dates) {
            super(rule);
            this.first = days(range.first());
            this.last = days(range.last());
            this.dates = dates;
        }

        private static long days(LocalDate day) {
            return day.toEpochDay();
        }

        @Override
        boolean holds(Cell cell) {
            day.copy(cell);
            if (day.form() == Form.TEXT && !dates.read(day)) {
                return false;
            }
            return switch (day.form()) {
                case DAY -> day.number() >= first && day.number() <= last;
                case MOMENT, INSTANT -> {
                    var days = Math.floorDiv(day.number(), MICROS_PER_DAY);
                    yield days >= first && days <= last;
                }
                default -> false;
            };
        }
    }
}
