package org.tongqu.platform.data.use;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody asks why their data were looked at.
 *
 * @param id e.g. {@code WX-2026-000012}
 * @param account of whoever asks; the organisation is not told
 * @param due until when the organisation answers; none once it did, or when the calendar does not know
 * @param version counts the changes from 1
 */
public record Question(
        String id,
        Trace trace,
        String account,
        String words,
        Instant askedAt,
        Optional<Answered> answer,
        Optional<Due> due,
        int version) {

    public record Answered(String words, Instant at) {}

    /** @param at the first instant that is too late */
    public record Due(LocalDate day, Instant at) {}

    public String organisation() {
        return trace.by().organisation();
    }

    public boolean isOpen() {
        return answer.isEmpty();
    }

    Question answered(String said, Instant at) {
        return new Question(
                id, trace, account, words, askedAt, Optional.of(new Answered(said, at)), Optional.empty(), version + 1);
    }

    @Override
    public String toString() {
        return "Question[" + id + "]";
    }
}
