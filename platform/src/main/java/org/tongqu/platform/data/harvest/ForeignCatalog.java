package org.tongqu.platform.data.harvest;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.data.harvest.Source.Audience;
import org.tongqu.platform.data.harvest.internal.EntryStore;
import org.tongqu.platform.data.harvest.internal.SourceStore;

/** Finding what other catalogues have. Officers see all of it, everybody what its source is named for. */
@Service
public class ForeignCatalog {

    private final EntryStore entries;
    private final SourceStore sources;

    ForeignCatalog(EntryStore entries, SourceStore sources) {
        this.entries = entries;
        this.sources = sources;
    }

    /** Who looks. */
    public enum Reader {
        OFFICER,
        ANYBODY;

        private String audience() {
            return this == OFFICER ? "" : Audience.EVERYBODY.code();
        }
    }

    /** What to list. @param words any of what is said @param source one alone; 0 for all */
    public record Asked(Reader reader, String words, long source) {}

    /** Those that are not gone, the newest here first. @param before the id before which they begin */
    @Transactional(readOnly = true)
    public ForeignEntry.Listing list(Asked asked, long before, int limit) {
        var audience = asked.reader().audience();
        var rows = entries.list(asked.words(), audience, asked.source(), before, limit + 1);
        List<ForeignEntry> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        return new ForeignEntry.Listing(
                shown,
                rows.size() > limit ? Optional.of(String.valueOf(shown.getLast().id())) : Optional.empty(),
                entries.count(asked.words(), audience, asked.source()));
    }

    /** The first of those that {@link #list} gives, without counting. */
    @Transactional(readOnly = true)
    public List<ForeignEntry> first(Asked asked, int limit) {
        return entries.list(asked.words(), asked.reader().audience(), asked.source(), Long.MAX_VALUE, limit);
    }

    /** The catalogues that the reader may see. */
    @Transactional(readOnly = true)
    public List<ForeignEntry.Origin> origins(Reader reader) {
        return sources.origins(reader.audience());
    }

    /** One, gone or not. */
    @Transactional(readOnly = true)
    public Optional<ForeignEntry> find(Reader reader, long id) {
        return entries.find(id, reader.audience());
    }
}
