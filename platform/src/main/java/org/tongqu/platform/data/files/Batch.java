package org.tongqu.platform.data.files;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.tongqu.exchange.file.BatchFault;
import org.tongqu.exchange.file.Manifest;

/**
 * A batch of files on its way.
 *
 * @param token names its upload to whoever opened it, and cannot be guessed
 * @param number its place in the order of its flow, once it was found to be in order
 * @param by who sent it: a key or an officer
 */
public record Batch(
        long id,
        String token,
        Manifest manifest,
        State state,
        Optional<Long> number,
        Optional<BatchFault> fault,
        String by,
        Times times) {

    /** Where a batch is. */
    public enum State {
        RECEIVING,
        /** All is here and waits to be looked through. */
        CHECKING,
        /** In order, and not yet where runs read. */
        PLACING,
        /** For the next run of its flow. */
        WAITING,
        TAKEN,
        SET_ASIDE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** @param ended when it was taken or set aside. @param run that took it */
    public record Times(Instant begun, Optional<Instant> ended, Optional<Long> run) {}
}
