package org.tongqu.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names that hide what the thing is, and the map of anything. */
final class NameRule implements Rule {

    /** Here the word says what is meant: a year without data, a password that too many have. */
    private static final Set<String> MEANT = Set.of("YearWithoutData", "TooCommon");

    /** Turns the components of any record into a datum and back, whatever their types. */
    private static final String ANY_RECORD = "engines/src/main/java/org/tongqu/engines/cases/stored/StoredRecord.java";

    private static final Pattern HIDING = Pattern.compile(
            ".*(Utils?|Helper|Manager|Common|Base|Data|Info|DTO|Dto|VO|Impl)|(Default|Abstract)[A-Z].*");

    @Override
    public List<Finding> findings(Source source) {
        return new Types(source).findings();
    }

    private static final class Types extends Walk {

        Types(Source source) {
            super(source);
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            var name = type.getSimpleName().toString();
            if (HIDING.matcher(name).matches() && !MEANT.contains(name)) {
                found(type, name + " hides what it is; say what it does or holds");
            }
            return super.visitClass(type, unused);
        }

        @Override
        public @Nullable Void visitParameterizedType(ParameterizedTypeTree type, @Nullable Void unused) {
            if (!source().isTest()
                    && !holdsAnything()
                    && type.toString().replace(" ", "").matches("(Linked|Hash|LinkedHash)?Map<String,Object>")) {
                found(type, "a map of anything; use a record or a Datum");
            }
            return super.visitParameterizedType(type, unused);
        }

        /** The benches print figures of any kind as one line of JSON. */
        private boolean holdsAnything() {
            return source().name().startsWith("bench/") || source().name().equals(ANY_RECORD);
        }
    }
}
