package org.tongqu.platform.operate.store;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the store once for all who ask at the same time: whoever comes while a question is on its way goes with the next
 * one, so nobody is ever told what was known before they asked.
 *
 * @param <K> by what is asked
 * @param <V> what is found
 */
public final class Together<K, V> {

    private final Function<Set<K>, Map<K, V>> store;
    private final ReentrantLock asking = new ReentrantLock();
    private final ReentrantLock gathering = new ReentrantLock();
    private @Nullable Question<K, V> next;

    /** @param store answers for all of these in one statement; what is not there is left out */
    public Together(Function<Set<K>, Map<K, V>> store) {
        this.store = store;
    }

    private record Question<K, V>(Set<K> keys, CompletableFuture<Map<K, V>> answer) {
        Question() {
            this(new HashSet<>(), new CompletableFuture<>());
        }
    }

    /** What the store says of it, asked after this call began; a fault of the question is everybody's who asked it. */
    public Optional<V> find(K key) {
        var question = join(key);
        try {
            return Optional.ofNullable(question.answer().join().get(key));
        } catch (CompletionException failed) {
            throw new IllegalStateException("The store did not answer", failed.getCause());
        }
    }

    /** The question that is being gathered; who begins one asks it as soon as the one before it was answered. */
    private Question<K, V> join(K key) {
        Question<K, V> joined;
        gathering.lock();
        try {
            joined = next;
            if (joined != null) {
                joined.keys().add(key);
                return joined;
            }
            joined = new Question<>();
            joined.keys().add(key);
            next = joined;
        } finally {
            gathering.unlock();
        }
        ask(joined);
        return joined;
    }

    /** How many keys wait for the next question. */
    int gathered() {
        gathering.lock();
        try {
            var waiting = next;
            return waiting == null ? 0 : waiting.keys().size();
        } finally {
            gathering.unlock();
        }
    }

    private void ask(Question<K, V> question) {
        asking.lock();
        try {
            question.answer().complete(store.apply(gathered(question)));
        } catch (RuntimeException fault) {
            question.answer().completeExceptionally(fault);
        } finally {
            asking.unlock();
        }
    }

    private Set<K> gathered(Question<K, V> question) {
        gathering.lock();
        try {
            next = null;
            return Set.copyOf(question.keys());
        } finally {
            gathering.unlock();
        }
    }
}
