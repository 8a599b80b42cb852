package org.tongqu.house;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Nobody can tell what {@code open(file, true)} asks for. Records may hold a truth; a method that overrides takes what
 * it is given, a table of test cases names its columns, and what takes one {@code value} writes it and does not branch.
 */
final class BooleanParameterRule implements Rule {

    @Override
    public List<Finding> findings(Source source) {
        return new Methods(source).findings();
    }

    private static final class Methods extends Walk {

        Methods(Source source) {
            super(source);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            if (!isExempt(method)) {
                for (var parameter : method.getParameters()) {
                    var type = parameter.getType();
                    if (type != null && type.toString().matches("boolean|(java\\.lang\\.)?Boolean")) {
                        found(
                                parameter,
                                method.getName() + " takes the boolean " + parameter.getName()
                                        + "; make two methods or an enum");
                    }
                }
            }
            return super.visitMethod(method, unused);
        }

        private boolean isExempt(MethodTree method) {
            var ofRecord =
                    type().getKind() == Tree.Kind.RECORD && method.getName().contentEquals("<init>");
            var writesIt = method.getParameters().size() == 1
                    && method.getParameters().getFirst().getName().contentEquals("value");
            return ofRecord
                    || writesIt
                    || method.getModifiers().getFlags().contains(Modifier.PRIVATE)
                    || has(method, "Override")
                    || has(method, "ParameterizedTest");
        }
    }
}
