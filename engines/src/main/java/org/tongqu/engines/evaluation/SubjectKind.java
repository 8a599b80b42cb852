package org.tongqu.engines.evaluation;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is scored. */
public enum SubjectKind {
    ORGANISATION,
    /** A post within an organisation. */
    POST,
    /** A division: all organisations that serve it. */
    REGION;

    /** As schemes and addresses say it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SubjectKind> find(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
