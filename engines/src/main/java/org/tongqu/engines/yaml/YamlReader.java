package org.tongqu.engines.yaml;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.engines.yaml.YamlValue.Entry;
import org.tongqu.engines.yaml.YamlValue.Mapping;
import org.tongqu.engines.yaml.YamlValue.Scalar;
import org.tongqu.engines.yaml.YamlValue.Sequence;
import org.tongqu.kernel.Outcome;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.UnicodeReader;

/**
 * From bytes to a tree with lines. The file is composed but never constructed: no tag can make an
 * object, and what aliases repeat is counted, so that a small file cannot unfold into a large one.
 */
public final class YamlReader {

    /** No file of a pack needs more; a code list of all industry classes has about 60 kB. */
    static final int LARGEST_FILE = 1 << 20;

    static final int DEEPEST = 30;
    static final int MOST_VALUES = 50_000;

    private int values;

    private YamlReader() {}

    public static Outcome<YamlValue, YamlProblem> read(byte[] bytes) {
        if (bytes.length > LARGEST_FILE) {
            return refused(1, "yaml-too-large", String.valueOf(LARGEST_FILE / 1024));
        }
        if (!isUtf8(bytes)) {
            return refused(1, "yaml-not-utf8");
        }
        try {
            var root = new Yaml(options()).compose(new UnicodeReader(new ByteArrayInputStream(bytes)));
            return root == null ? refused(1, "yaml-empty") : Outcome.done(new YamlReader().value(root, 0));
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark();
            return refused(mark == null ? 1 : mark.getLine() + 1, "yaml-syntax", String.valueOf(broken.getProblem()));
        } catch (YAMLException broken) {
            return refused(1, "yaml-syntax", String.valueOf(broken.getMessage()));
        } catch (NotAllowed notAllowed) {
            return Outcome.refused(notAllowed.problem);
        }
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(true); // found here, to name both lines
        options.setMaxAliasesForCollections(20);
        options.setNestingDepthLimit(DEEPEST + 2);
        options.setCodePointLimit(LARGEST_FILE);
        options.setAllowRecursiveKeys(false);
        options.setTagInspector(tag -> true); // nothing is constructed; what has a tag is refused here, by its line
        return options;
    }

    private YamlValue value(Node node, int depth) {
        var line = node.getStartMark().getLine() + 1;
        values++;
        if (depth > DEEPEST || values > MOST_VALUES) {
            throw new NotAllowed(line, "yaml-too-deep");
        }
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar, line);
            case SequenceNode sequence -> sequence(sequence, line, depth);
            case MappingNode mapping -> mapping(mapping, line, depth);
            case AnchorNode anchor -> value(anchor.getRealNode(), depth);
            default -> throw new NotAllowed(line, "yaml-tag", String.valueOf(node.getTag()));
        };
    }

    private static Scalar scalar(ScalarNode node, int line) {
        var tag = node.getTag();
        if (!tag.startsWith(Tag.PREFIX)) {
            throw new NotAllowed(line, "yaml-tag", tag.getValue());
        }
        var quoted = node.getScalarStyle() != ScalarStyle.PLAIN;
        return new Scalar(node.getValue(), quoted ? Scalar.Kind.QUOTED : Scalar.Kind.PLAIN, line);
    }

    private Sequence sequence(SequenceNode node, int line, int depth) {
        requireTag(node, Tag.SEQ, line);
        List<YamlValue> items = new ArrayList<>();
        node.getValue().forEach(item -> items.add(value(item, depth + 1)));
        return new Sequence(items, line);
    }

    private Mapping mapping(MappingNode node, int line, int depth) {
        requireTag(node, Tag.MAP, line);
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            var keyLine = tuple.getKeyNode().getStartMark().getLine() + 1;
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new NotAllowed(keyLine, "yaml-key-not-text");
            }
            var earlier = entries.put(key.getValue(), new Entry(value(tuple.getValueNode(), depth + 1), keyLine));
            if (earlier != null) {
                throw new NotAllowed(keyLine, "yaml-key-twice", key.getValue(), String.valueOf(earlier.line()));
            }
        }
        return new Mapping(entries, line);
    }

    private static void requireTag(Node node, Tag expected, int line) {
        if (!node.getTag().equals(expected)) {
            throw new NotAllowed(line, "yaml-tag", node.getTag().getValue());
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static Outcome<YamlValue, YamlProblem> refused(int line, String code, String... args) {
        return Outcome.refused(new YamlProblem(line, code, List.of(args)));
    }

    /** Leaves the recursion with the first thing a pack's YAML may not contain. */
    private static final class NotAllowed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient YamlProblem problem;

        NotAllowed(int line, String code, String... args) {
            super(code);
            this.problem = new YamlProblem(line, code, List.of(args));
        }
    }
}
