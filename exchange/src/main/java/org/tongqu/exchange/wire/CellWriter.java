package org.tongqu.exchange.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import org.tongqu.exchange.wire.Cell.Form;

/**
 * Writes a cell as a value of one column of the target, turning it into the column's type first. What does not fit is
 * said and not written; nothing is cut off or rounded.
 */
public final class CellWriter {

    private static final byte[] SPACE = {' '};

    private final TargetType target;
    private final DatePattern dates;
    private final ZoneClock clock;
    private final byte[] identity = new byte[16];
    private final long fraction;

    /** @param zone what a time without a zone is meant in */
    public CellWriter(TargetType target, DatePattern dates, ZoneId zone) {
        this.target = target;
        this.dates = dates;
        this.clock = new ZoneClock(zone);
        var isTime = target.type() == WireType.TIMESTAMP || target.type() == WireType.TIMESTAMPTZ;
        this.fraction = isTime && target.scale() >= 0 ? Numerics.power(6 - target.scale()) : 1;
    }

    public Misfit write(Cell cell, TupleWriter out) {
        if (cell.isNothing()) {
            out.nothing();
            return Misfit.NONE;
        }
        return switch (target.type()) {
            case TEXT, VARCHAR, BPCHAR -> text(cell, out);
            case INT2, INT4, INT8 -> integer(cell, out);
            case NUMERIC -> numeric(cell, out);
            case FLOAT4, FLOAT8 -> floating(cell, out);
            case DATE -> date(cell, out);
            case TIMESTAMP -> moment(cell, out);
            case TIMESTAMPTZ -> instant(cell, out);
            case BOOL -> truth(cell, out);
            case UUID -> identity(cell, out);
            case BYTEA -> bytes(cell, out);
        };
    }

    private Misfit text(Cell cell, TupleWriter out) {
        if (cell.form() == Form.BYTES) {
            return Misfit.NO_SUCH_CONVERSION;
        }
        cell.toText();
        var signs = Texts.signs(cell.bytes(), cell.start(), cell.length());
        if (signs < 0) {
            return Misfit.NOT_TEXT;
        }
        if (target.most() > 0 && signs > target.most()) {
            return Misfit.TOO_LONG;
        }
        var opened = out.open();
        out.raw(cell.bytes(), cell.start(), cell.length());
        for (int i = signs; target.type() == WireType.BPCHAR && i < target.most(); i++) {
            out.raw(SPACE, 0, 1);
        }
        out.close(opened);
        return Misfit.NONE;
    }

    private Misfit integer(Cell cell, TupleWriter out) {
        var misfit = toWhole(cell);
        if (misfit != Misfit.NONE) {
            return misfit;
        }
        var value = cell.number();
        return switch (target.type()) {
            case INT2 -> {
                if (value != (short) value) {
                    yield Misfit.OUT_OF_RANGE;
                }
                out.int2((int) value);
                yield Misfit.NONE;
            }
            case INT4 -> {
                if (value != (int) value) {
                    yield Misfit.OUT_OF_RANGE;
                }
                out.int4((int) value);
                yield Misfit.NONE;
            }
            default -> {
                out.int8(value);
                yield Misfit.NONE;
            }
        };
    }

    private static Misfit toWhole(Cell cell) {
        if (cell.form() == Form.TEXT) {
            var misfit = Parsing.number(cell);
            if (misfit != Misfit.NONE) {
                return misfit;
            }
        }
        return switch (cell.form()) {
            case INTEGER, TRUTH -> Misfit.NONE;
            case DECIMAL -> {
                var unit = Numerics.power(cell.scale());
                if (cell.number() % unit != 0) {
                    yield Misfit.WOULD_LOSE;
                }
                cell.number(Form.INTEGER, cell.number() / unit);
                yield Misfit.NONE;
            }
            case BIG -> whole(cell, cell.big());
            case FLOATING -> whole(cell, BigDecimal.valueOf(cell.floating()));
            case ENDLESS -> Misfit.OUT_OF_RANGE;
            case NOTHING, TEXT, DAY, MOMENT, INSTANT, IDENTITY, BYTES -> Misfit.NO_SUCH_CONVERSION;
        };
    }

    private static Misfit whole(Cell cell, BigDecimal value) {
        if (value.stripTrailingZeros().scale() > 0) {
            return Misfit.WOULD_LOSE;
        }
        if (value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            return Misfit.OUT_OF_RANGE;
        }
        cell.number(Form.INTEGER, value.longValueExact());
        return Misfit.NONE;
    }

    private Misfit numeric(Cell cell, TupleWriter out) {
        if (cell.form() == Form.TEXT) {
            var misfit = Parsing.number(cell);
            if (misfit != Misfit.NONE) {
                return misfit;
            }
        }
        return switch (cell.form()) {
            case INTEGER, TRUTH -> decimal(cell.number(), 0, out);
            case DECIMAL -> decimal(cell.number(), cell.scale(), out);
            case BIG -> big(cell.big(), out);
            case FLOATING -> big(BigDecimal.valueOf(cell.floating()), out);
            case ENDLESS -> Misfit.OUT_OF_RANGE;
            case NOTHING, TEXT, DAY, MOMENT, INSTANT, IDENTITY, BYTES -> Misfit.NO_SUCH_CONVERSION;
        };
    }

    private Misfit decimal(long unscaled, int scale, TupleWriter out) {
        if (target.most() == 0) {
            Numerics.write(unscaled, scale, out);
            return Misfit.NONE;
        }
        var shift = target.scale() - scale;
        if (shift > 6 || target.scale() < 0 || target.most() > 18) {
            return big(BigDecimal.valueOf(unscaled, scale), out);
        }
        var shown = unscaled;
        if (shift < 0) {
            var unit = Numerics.power(-shift);
            if (unscaled % unit != 0) {
                return Misfit.WOULD_LOSE;
            }
            shown = unscaled / unit;
        } else if (Math.abs(unscaled) >= Numerics.power(18 - shift)) {
            return big(BigDecimal.valueOf(unscaled, scale), out);
        } else {
            shown = unscaled * Numerics.power(shift);
        }
        if (Math.abs(shown) >= Numerics.power(target.most())) {
            return Misfit.OUT_OF_RANGE;
        }
        Numerics.write(shown, target.scale(), out);
        return Misfit.NONE;
    }

    private Misfit big(BigDecimal value, TupleWriter out) {
        var shown = value;
        if (target.most() > 0) {
            try {
                shown = value.setScale(target.scale(), RoundingMode.UNNECESSARY);
            } catch (ArithmeticException digits) {
                return Misfit.WOULD_LOSE;
            }
            if (shown.precision() - shown.scale() > target.most() - target.scale() && shown.signum() != 0) {
                return Misfit.OUT_OF_RANGE;
            }
        }
        Numerics.write(shown, out);
        return Misfit.NONE;
    }

    private Misfit floating(Cell cell, TupleWriter out) {
        if (cell.form() == Form.TEXT) {
            var misfit = Parsing.number(cell);
            if (misfit != Misfit.NONE) {
                return misfit;
            }
        }
        double value;
        switch (cell.form()) {
            case INTEGER, TRUTH -> value = cell.number();
            case DECIMAL ->
                value = BigDecimal.valueOf(cell.number(), cell.scale()).doubleValue();
            case BIG -> value = cell.big().doubleValue();
            case FLOATING -> value = cell.floating();
            default -> {
                return cell.form() == Form.ENDLESS ? Misfit.OUT_OF_RANGE : Misfit.NO_SUCH_CONVERSION;
            }
        }
        if (target.type() == WireType.FLOAT8) {
            out.int8(Double.doubleToRawLongBits(value));
        } else if (Math.abs(value) > Float.MAX_VALUE) {
            return Misfit.OUT_OF_RANGE;
        } else {
            out.int4(Float.floatToRawIntBits((float) value));
        }
        return Misfit.NONE;
    }

    private Misfit date(Cell cell, TupleWriter out) {
        if (cell.form() == Form.TEXT && !dates.read(cell)) {
            return Misfit.NOT_A_DATE;
        }
        if (cell.form() == Form.INSTANT) {
            cell.number(Form.MOMENT, clock.onTheWall(cell.number()));
        }
        if (cell.form() == Form.MOMENT) {
            if (Math.floorMod(cell.number(), Calendar.MICROS_PER_DAY) != 0) {
                return Misfit.WOULD_LOSE;
            }
            cell.number(Form.DAY, Math.floorDiv(cell.number(), Calendar.MICROS_PER_DAY));
        }
        if (cell.form() != Form.DAY) {
            return cell.form() == Form.ENDLESS ? Misfit.NOT_A_DATE : Misfit.NO_SUCH_CONVERSION;
        }
        out.int4((int) (cell.number() - CellReader.DAYS_BEFORE_2000));
        return Misfit.NONE;
    }

    private Misfit toMoment(Cell cell) {
        if (cell.form() == Form.TEXT && !dates.read(cell)) {
            return Misfit.NOT_A_DATE;
        }
        if (cell.form() == Form.DAY) {
            cell.number(Form.MOMENT, cell.number() * Calendar.MICROS_PER_DAY);
        }
        return switch (cell.form()) {
            case MOMENT, INSTANT -> cell.number() % fraction == 0 ? Misfit.NONE : Misfit.WOULD_LOSE;
            case ENDLESS -> Misfit.NOT_A_DATE;
            default -> Misfit.NO_SUCH_CONVERSION;
        };
    }

    private Misfit moment(Cell cell, TupleWriter out) {
        var misfit = toMoment(cell);
        if (misfit == Misfit.NONE) {
            var micros = cell.form() == Form.INSTANT ? clock.onTheWall(cell.number()) : cell.number();
            out.int8(micros - CellReader.MICROS_BEFORE_2000);
        }
        return misfit;
    }

    private Misfit instant(Cell cell, TupleWriter out) {
        var misfit = toMoment(cell);
        if (misfit == Misfit.NONE) {
            var micros = cell.form() == Form.MOMENT ? clock.inUtc(cell.number()) : cell.number();
            out.int8(micros - CellReader.MICROS_BEFORE_2000);
        }
        return misfit;
    }

    private static Misfit truth(Cell cell, TupleWriter out) {
        if (cell.form() == Form.TEXT) {
            var misfit = Parsing.truth(cell);
            if (misfit != Misfit.NONE) {
                return misfit;
            }
        }
        var isNumber = cell.form() == Form.INTEGER || cell.form() == Form.TRUTH;
        if (!isNumber) {
            return Misfit.NO_SUCH_CONVERSION;
        }
        if (cell.number() != 0 && cell.number() != 1) {
            return Misfit.NOT_A_TRUTH;
        }
        out.int1((int) cell.number());
        return Misfit.NONE;
    }

    private Misfit identity(Cell cell, TupleWriter out) {
        if (cell.form() == Form.TEXT) {
            var misfit = Parsing.identity(cell, identity);
            if (misfit != Misfit.NONE) {
                return misfit;
            }
        }
        if (cell.form() != Form.IDENTITY) {
            return Misfit.NO_SUCH_CONVERSION;
        }
        out.cell(cell.bytes(), cell.start(), cell.length());
        return Misfit.NONE;
    }

    private static Misfit bytes(Cell cell, TupleWriter out) {
        if (cell.form() != Form.BYTES) {
            return Misfit.NO_SUCH_CONVERSION;
        }
        out.cell(cell.bytes(), cell.start(), cell.length());
        return Misfit.NONE;
    }
}
