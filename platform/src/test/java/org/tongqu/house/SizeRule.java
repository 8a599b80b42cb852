package org.tongqu.house;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files of 600 lines, methods of 60 and lists of six parameters are as much as a reader can hold. A constructor may be
 * handed seven collaborators, since it is called in one place; a record holds what it holds.
 */
final class SizeRule implements Rule {

    static final int LINES_PER_FILE = 600;
    static final int LINES_PER_METHOD = 60;
    static final int PARAMETERS = 6;
    static final int COLLABORATORS = 7;

    @Override
    public List<Finding> findings(Source source) {
        var findings = new ArrayList<Finding>();
        var lines = source.text().lines().count();
        if (lines > LINES_PER_FILE) {
            findings.add(new Finding(source.name(), 1, lines + " lines; split the file at " + LINES_PER_FILE));
        }
        findings.addAll(new Methods(source).findings());
        return findings;
    }

    private static final class Methods extends Walk {

        Methods(Source source) {
            super(source);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            var lines = source().lines(method);
            if (lines > LINES_PER_METHOD) {
                found(method, method.getName() + " has " + lines + " lines; at most " + LINES_PER_METHOD);
            }
            var parameters = method.getParameters().size();
            var most = method.getName().contentEquals("<init>") ? COLLABORATORS : PARAMETERS;
            if (parameters > most && !isRecordConstructor(method)) {
                found(method, method.getName() + " has " + parameters + " parameters; at most " + most);
            }
            return super.visitMethod(method, unused);
        }

        private boolean isRecordConstructor(MethodTree method) {
            return type().getKind() == Tree.Kind.RECORD && method.getName().contentEquals("<init>");
        }
    }
}
