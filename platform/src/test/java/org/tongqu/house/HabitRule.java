package org.tongqu.house;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Habits that hide what happens: printing instead of logging, catching whatever comes, fields that appear from nowhere,
 * tests that wait and hope.
 *
 * @param printers files that speak to a terminal
 * @param catchers files at a border of the program, where any fault has to become an answer
 */
record HabitRule(Set<String> printers, Set<String> catchers) implements Rule {

    @Override
    public List<Finding> findings(Source source) {
        return new Habits(source).findings();
    }

    private final class Habits extends Walk {

        Habits(Source source) {
            super(source);
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree select, @Nullable Void unused) {
            if (select.toString().matches("(java\\.lang\\.)?System\\.(out|err)") && !isListed(printers)) {
                found(select, "prints; log, or list the file as one that speaks to a terminal");
            }
            return super.visitMemberSelect(select, unused);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
            var called = call.getMethodSelect().toString();
            if (called.endsWith(".printStackTrace")) {
                found(call, "prints a stack trace; throw or log");
            }
            if (source().isTest() && called.matches("(.*\\.)?Thread\\.sleep|.*TimeUnit\\.[A-Z]+\\.sleep|.*parkNanos")) {
                found(call, "sleeps and hopes; wait for what is expected");
            }
            return super.visitMethodInvocation(call, unused);
        }

        @Override
        public @Nullable Void visitCatch(CatchTree caught, @Nullable Void unused) {
            var whatever = alternatives(caught.getParameter().getType())
                    .anyMatch(type -> type.toString().matches("(java\\.lang\\.)?(Exception|Throwable)"));
            if (whatever && !isListed(catchers)) {
                found(caught, "catches whatever comes; name the fault, or list the file as a border");
            }
            return super.visitCatch(caught, unused);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
            if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree
                    && variable.getModifiers().getAnnotations().stream()
                            .anyMatch(annotation -> annotation
                                    .getAnnotationType()
                                    .toString()
                                    .matches("(.*\\.)?(Autowired|Inject|Resource|Value)"))) {
                found(variable, variable.getName() + " is injected into a field; ask for it in the constructor");
            }
            return super.visitVariable(variable, unused);
        }

        private boolean isListed(Set<String> files) {
            return files.contains(source().name());
        }

        private static Stream<? extends Tree> alternatives(Tree type) {
            return type instanceof UnionTypeTree union ? union.getTypeAlternatives().stream() : Stream.of(type);
        }
    }
}
