package org.tongqu.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What no source file may look like. */
interface Rule {

    List<Finding> findings(Source source);

    /** Goes through one file and collects what it finds. */
    abstract class Walk extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final Source source;
        private final List<Finding> findings = new ArrayList<>();

        Walk(Source source) {
            this.source = source;
        }

        List<Finding> findings() {
            scan(source.unit(), null);
            return List.copyOf(findings);
        }

        void found(Tree at, String problem) {
            findings.add(source.finding(at, problem));
        }

        Source source() {
            return source;
        }

        /** The type in whose body the walk is; a method always has one. */
        ClassTree type() {
            for (var path = getCurrentPath().getParentPath(); path != null; path = path.getParentPath()) {
                if (path.getLeaf() instanceof ClassTree type) {
                    return type;
                }
            }
            throw new IllegalStateException("Not inside a type");
        }

        boolean has(MethodTree method, String annotation) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(present -> present.getAnnotationType().toString().matches("(.*\\.)?" + annotation));
        }
    }
}
