package org.tongqu.platform.front.portal.web.apply;

import org.tongqu.kernel.data.Datum;

/** An answer as it stands in an input, and as it would be typed again. */
final class Typed {

    private Typed() {}

    static String of(Datum value) {
        return switch (value) {
            case Datum.Text(var text) -> text;
            case Datum.Number(var number) -> number.toPlainString();
            case Datum.Truth(var truth) -> String.valueOf(truth);
            case Datum.Nothing nothing -> "";
            case Datum.Items items -> "";
            case Datum.Fields fields -> "";
        };
    }
}
