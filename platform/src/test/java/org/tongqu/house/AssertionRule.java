package org.tongqu.house;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every test can fail: it asserts something itself, or calls a method of its own file that does, or one of the tools
 * that exist to assert.
 */
final class AssertionRule implements Rule {

    private static final Pattern ASSERTING =
            Pattern.compile("(assert|verify|must|may|expect|touchesNo|readsNo|usesOnly).*|fail|holds");

    @Override
    public List<Finding> findings(Source source) {
        return source.isTest() ? new Tests(source).findings() : List.of();
    }

    private static final class Tests extends Walk {

        private final Map<String, Set<String>> calls = new HashMap<>();

        Tests(Source source) {
            super(source);
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
                    calls.computeIfAbsent(method.getName().toString(), name -> new HashSet<>())
                            .addAll(called(method));
                    return super.visitMethod(method, unused);
                }
            }.scan(source.unit(), null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            var isTest = has(method, "Test") || has(method, "ParameterizedTest") || has(method, "RepeatedTest");
            if (isTest && !asserts(method.getName().toString(), new HashSet<>())) {
                found(method, method.getName() + " asserts nothing");
            }
            return super.visitMethod(method, unused);
        }

        private boolean asserts(String method, Set<String> seen) {
            if (!seen.add(method)) {
                return false;
            }
            return calls.getOrDefault(method, Set.of()).stream()
                    .anyMatch(name -> ASSERTING.matcher(name).matches() || asserts(name, seen));
        }

        private static Set<String> called(MethodTree method) {
            var names = new HashSet<String>();
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
                    var selected = call.getMethodSelect().toString();
                    names.add(selected.substring(selected.lastIndexOf('.') + 1));
                    return super.visitMethodInvocation(call, unused);
                }

                @Override
                public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void unused) {
                    names.add(reference.getName().toString());
                    return super.visitMemberReference(reference, unused);
                }
            }.scan((Tree) method, null);
            return names;
        }
    }
}
