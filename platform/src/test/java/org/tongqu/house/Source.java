package org.tongqu.house;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One Java file as the compiler reads it, before it knows any type. */
record Source(String name, String text, CompilationUnitTree unit, DocTrees trees) {

    static Source of(String name, String text) {
        return of(Map.of(name, text)).getFirst();
    }

    /** Reads all files in one run of the compiler, which is much quicker than one run for each. */
    static List<Source> of(Map<String, String> textByName) {
        var files = textByName.entrySet().stream()
                .map(file -> new Text(file.getKey(), file.getValue()))
                .toList();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = (JavacTask) compiler.getTask(null, null, diagnostic -> {}, null, null, files);
        var trees = DocTrees.instance(task);
        try {
            var sources = new ArrayList<Source>();
            for (var unit : task.parse()) {
                var name = unit.getSourceFile().toUri().getPath().substring(1);
                sources.add(new Source(name, Objects.requireNonNull(textByName.get(name)), unit, trees));
            }
            return List.copyOf(sources);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean isTest() {
        return name.contains("/src/test/");
    }

    Finding finding(Tree at, String problem) {
        return new Finding(name, line(trees.getSourcePositions().getStartPosition(unit, at)), problem);
    }

    /** How many lines the tree takes, annotations and comments above it left out. */
    long lines(Tree tree) {
        var positions = trees.getSourcePositions();
        return line(positions.getEndPosition(unit, tree)) - line(positions.getStartPosition(unit, tree)) + 1;
    }

    Optional<DocCommentTree> findDoc(TreePath path) {
        return Optional.ofNullable(trees.getDocCommentTree(path));
    }

    private long line(long position) {
        return unit.getLineMap().getLineNumber(Math.max(0, position));
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String text;

        Text(String name, String text) {
            super(URI.create("string:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
