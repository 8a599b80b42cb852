package org.tongqu.kernel;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of asking for something that may be refused for a reason the asker can understand.
 *
 * <p>A refusal is part of the domain ("the deadline has passed") and is returned. A broken machine is not ("the
 * database is gone") and is thrown. {@code R} is normally a sealed interface, so that every caller's {@code switch}
 * lists each reason and the compiler finds the callers when one is added.
 *
 * @param <T> what the asker gets
 * @param <R> the reasons for which it may be refused
 */
public sealed interface Outcome<T, R> {

    record Done<T, R>(T value) implements Outcome<T, R> {}

    record Refused<T, R>(R reason) implements Outcome<T, R> {}

    static <T, R> Outcome<T, R> done(T value) {
        return new Done<>(value);
    }

    static <T, R> Outcome<T, R> refused(R reason) {
        return new Refused<>(reason);
    }

    /** Carries on with the value, or passes the refusal through untouched. */
    default <U> Outcome<U, R> then(Function<? super T, Outcome<U, R>> next) {
        return switch (this) {
            case Done<T, R>(var value) -> next.apply(value);
            case Refused<T, R>(var reason) -> refused(reason);
        };
    }

    default <U> Outcome<U, R> map(Function<? super T, ? extends U> change) {
        return switch (this) {
            case Done<T, R>(var value) -> done(change.apply(value));
            case Refused<T, R>(var reason) -> refused(reason);
        };
    }

    /** Says the refusal in the words of the caller's own domain. */
    default <S> Outcome<T, S> mapRefusal(Function<? super R, ? extends S> change) {
        return switch (this) {
            case Done<T, R>(var value) -> done(value);
            case Refused<T, R>(var reason) -> refused(change.apply(reason));
        };
    }

    default <U> U fold(Function<? super T, ? extends U> whenDone, Function<? super R, ? extends U> whenRefused) {
        return switch (this) {
            case Done<T, R>(var value) -> whenDone.apply(value);
            case Refused<T, R>(var reason) -> whenRefused.apply(reason);
        };
    }

    /** What was done; nothing where it was refused, for those to whom the reason does not matter. */
    default Optional<T> found() {
        return this instanceof Done<T, R>(var value) ? Optional.of(value) : Optional.empty();
    }

    /**
     * The value where a refusal would be a mistake in the program, such as a constant written in code.
     *
     * @throws IllegalStateException with the refusal in its message
     */
    default T orElseThrow() {
        return switch (this) {
            case Done<T, R>(var value) -> value;
            case Refused<T, R>(var reason) -> throw new IllegalStateException("Expected to be done but was " + reason);
        };
    }
}
