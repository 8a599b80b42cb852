package org.tongqu.engines.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which parallel branches and inner processes a place lies in, outermost first. It tells whether a way back stays in its
 * branch, and which siblings it would take along.
 *
 * <p>Stored as words: {@code 3.1:0/2} is branch 0 of the two branches of one split, {@code 3.1:0+2/3} two of three that
 * met at an inner join, {@code ~5.1} a way that runs beside what it came from, {@code ~!5.1} one that runs instead of
 * everything else in its process, {@code @sub-4} the inside of an inner process, {@code *0/3} the first of three
 * instances of one that is repeated.
 */
record Lineage(List<String> words) {

    static final Lineage MAIN = new Lineage(List.of());

    private static final String BESIDE = "~";
    private static final String INSTEAD = "~!";
    private static final String INSIDE = "@";
    private static final String INSTANCE = "*";

    Lineage {
        words = List.copyOf(words);
    }

    static Lineage read(Optional<String> text) {
        return text.map(words -> new Lineage(List.of(words.split(" ")))).orElse(MAIN);
    }

    Optional<String> text() {
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
    }

    Lineage branch(String split, int index, int of) {
        return into(split + ":" + index + "/" + of);
    }

    Lineage beside(String key) {
        return into(BESIDE + key);
    }

    /** A way that runs instead of everything else there. */
    Lineage interrupting(String key) {
        return into(INSTEAD + key);
    }

    /** Whether it lies on the way that runs instead of everything else there. */
    boolean isInterruptingIn(Lineage inside) {
        return words.size() > inside.words.size()
                && isWithin(inside)
                && words.get(inside.words.size()).startsWith(INSTEAD);
    }

    Lineage inside(String scopeTokenId) {
        return into(INSIDE + scopeTokenId);
    }

    /** One of the instances of an inner process, counted from zero. */
    record Instance(int number, int of) {}

    /** The instance of a repeated inner process a place lies in. */
    record Turn(String nodeId, int number) {}

    Lineage instance(int number, int of) {
        return into(INSTANCE + number + "/" + of);
    }

    /** Whether the place stands for one instance of a repeated inner process. */
    boolean isInstance() {
        return !words.isEmpty() && words.getLast().startsWith(INSTANCE);
    }

    /** Which instance the place stands for. */
    Instance instance() {
        return read(words.getLast());
    }

    private static Instance read(String word) {
        var slash = word.indexOf('/');
        return new Instance(
                Integer.parseInt(word.substring(INSTANCE.length(), slash)),
                Integer.parseInt(word.substring(slash + 1)));
    }

    /** The innermost instance the place lies in. */
    Optional<Turn> turn() {
        for (int i = words.size() - 1; i > 0; i--) {
            if (words.get(i).startsWith(INSIDE) && words.get(i - 1).startsWith(INSTANCE)) {
                var tokenId = words.get(i).substring(INSIDE.length());
                return Optional.of(new Turn(
                        tokenId.substring(0, tokenId.lastIndexOf('-')),
                        read(words.get(i - 1)).number()));
            }
        }
        return Optional.empty();
    }

    /** Equal to the other or deeper inside it. */
    boolean isWithin(Lineage outer) {
        return words.size() >= outer.words.size()
                && words.subList(0, outer.words.size()).equals(outer.words);
    }

    /** What a way back to the outer place would leave; empty when it stays where it is. */
    Optional<Block> blockLeftTo(Lineage outer) {
        return words.size() == outer.words.size()
                ? Optional.empty()
                : Optional.of(new Block(outer, key(words.get(outer.words.size()))));
    }

    /** The inner process the place lies in, by the token that waits for it. */
    Optional<String> scope() {
        for (int i = words.size() - 1; i >= 0; i--) {
            if (words.get(i).startsWith(INSIDE)) {
                return Optional.of(words.get(i).substring(INSIDE.length()));
            }
        }
        return Optional.empty();
    }

    /** The innermost split the place is a branch of. */
    Optional<Block> split() {
        return words.isEmpty() || !words.getLast().contains(":")
                ? Optional.empty()
                : Optional.of(new Block(outside(), key(words.getLast())));
    }

    /** How many branches the innermost split has. */
    int branches() {
        var last = words.getLast();
        return Integer.parseInt(last.substring(last.indexOf('/') + 1));
    }

    /** The place around the innermost word. */
    Lineage outside() {
        return new Lineage(words.subList(0, words.size() - 1));
    }

    /** Where branches are once they have met: outside their split when all of its branches have, else still inside. */
    static Lineage met(List<Lineage> branches) {
        var common = common(branches);
        var depth = common.words.size();
        var keys = new TreeSet<String>();
        var met = new TreeSet<String>();
        var of = "";
        for (var branch : branches) {
            if (branch.words.size() == depth) {
                return common;
            }
            var word = branch.words.get(depth);
            keys.add(key(word));
            if (word.contains(":")) {
                met.addAll(Arrays.asList(
                        word.substring(word.indexOf(':') + 1, word.indexOf('/')).split("\\+")));
                of = word.substring(word.indexOf('/') + 1);
            }
        }
        return keys.size() > 1 || of.isEmpty() || met.size() >= Integer.parseInt(of)
                ? common
                : common.into(keys.first() + ":" + String.join("+", met) + "/" + of);
    }

    private static Lineage common(List<Lineage> branches) {
        var common = new ArrayList<>(branches.getFirst().words);
        for (var branch : branches) {
            var same = 0;
            while (same < common.size()
                    && same < branch.words.size()
                    && common.get(same).equals(branch.words.get(same))) {
                same++;
            }
            common.subList(same, common.size()).clear();
        }
        return new Lineage(common);
    }

    private Lineage into(String word) {
        var deeper = new ArrayList<>(words);
        deeper.add(word);
        return new Lineage(deeper);
    }

    private static String key(String word) {
        var colon = word.indexOf(':');
        return colon < 0 ? word : word.substring(0, colon);
    }

    /** All branches of one split, one inner process, or one way that runs beside another. */
    record Block(Lineage outside, String key) {

        boolean isBeside() {
            return key.startsWith(BESIDE);
        }

        boolean isInnerProcess() {
            return key.startsWith(INSIDE);
        }

        boolean holds(Token token) {
            if (key.equals(INSIDE + token.id())) {
                return true;
            }
            var way = token.lineage();
            return way.isWithin(outside)
                    && way.words.size() > outside.words.size()
                    && Lineage.key(way.words.get(outside.words.size())).equals(key);
        }
    }
}
