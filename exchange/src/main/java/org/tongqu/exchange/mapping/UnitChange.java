package org.tongqu.exchange.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tongqu.engines.exchanges.Column;
import org.tongqu.exchange.wire.Cell;
import org.tongqu.exchange.wire.Cell.Form;
import org.tongqu.exchange.wire.Misfit;
import org.tongqu.exchange.wire.Parsing;

/** Multiplies a number and rounds it half up, in {@code long} where that is enough. */
final class UnitChange {

    private static final long SHORT = 1L << 31;

    private final BigDecimal times;
    private final long factor;
    private final int digits;

    UnitChange(Column.Unit unit) {
        this.times = unit.times();
        this.factor =
                times.unscaledValue().bitLength() < 31 ? times.unscaledValue().longValueExact() : SHORT;
        this.digits = unit.digits();
    }

    Misfit change(Cell cell) {
        if (cell.form() == Form.TEXT) {
            var misfit = Parsing.number(cell);
            if (misfit != Misfit.NONE) {
                return misfit;
            }
        }
        var isShort = cell.form() == Form.INTEGER || cell.form() == Form.DECIMAL;
        if (isShort && Math.abs(cell.number()) < SHORT && Math.abs(factor) < SHORT) {
            changeShort(cell);
            return Misfit.NONE;
        }
        var value = switch (cell.form()) {
            case INTEGER -> BigDecimal.valueOf(cell.number());
            case DECIMAL -> BigDecimal.valueOf(cell.number(), cell.scale());
            case BIG -> cell.big();
            case FLOATING -> BigDecimal.valueOf(cell.floating());
            default -> BigDecimal.ZERO;
        };
        if (!isShort && cell.form() != Form.BIG && cell.form() != Form.FLOATING) {
            return Misfit.NOT_A_NUMBER;
        }
        cell.big(value.multiply(times).setScale(digits, RoundingMode.HALF_UP));
        return Misfit.NONE;
    }

    private void changeShort(Cell cell) {
        var product = cell.number() * factor;
        var scale = (cell.form() == Form.INTEGER ? 0 : cell.scale()) + times.scale();
        if (scale > digits) {
            var unit = 1L;
            for (int i = digits; i < scale && unit < Long.MAX_VALUE / 10; i++) {
                unit *= 10;
            }
            var half = unit / 2;
            cell.decimal((product < 0 ? product - half : product + half) / unit, digits);
        } else {
            cell.decimal(product, scale);
        }
    }
}
