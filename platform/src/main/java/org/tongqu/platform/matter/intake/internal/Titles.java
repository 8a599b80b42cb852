package org.tongqu.platform.matter.intake.internal;

import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.data.Datum;

/** What a matter is about, in one line for lists. */
public final class Titles {

    private static final String ANSWERS = "answers.";

    private Titles() {}

    /** The answer that heads a line of the pack's public list; where there is none, the name of the service. */
    public static String of(Pack pack, Datum.Fields answers) {
        return pack.publications().stream()
                .flatMap(list -> list.fields().stream())
                .map(field -> field.from())
                .filter(from -> from.startsWith(ANSWERS))
                .flatMap(from -> answers.text(from.substring(ANSWERS.length())).stream())
                .findFirst()
                .orElseGet(() -> pack.title().zh());
    }
}
