package org.tongqu.house;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Javadoc tag with nothing after it tells the reader that nobody had anything to say. */
final class EmptyTagRule implements Rule {

    @Override
    public List<Finding> findings(Source source) {
        return new Comments(source).findings();
    }

    private static final class Comments extends Walk {

        Comments(Source source) {
            super(source);
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            check(type);
            return super.visitClass(type, unused);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            check(method);
            return super.visitMethod(method, unused);
        }

        private void check(Tree commented) {
            source().findDoc(getCurrentPath())
                    .ifPresent(comment -> comment.getBlockTags().stream()
                            .filter(Comments::saysNothing)
                            .forEach(tag -> found(commented, "\"" + tag + "\" says nothing; finish or delete it")));
        }

        private static boolean saysNothing(DocTree tag) {
            return switch (tag) {
                case ParamTree parameter -> parameter.getDescription().isEmpty();
                case ReturnTree value -> value.getDescription().isEmpty();
                case ThrowsTree fault -> fault.getDescription().isEmpty();
                default -> false;
            };
        }
    }
}
