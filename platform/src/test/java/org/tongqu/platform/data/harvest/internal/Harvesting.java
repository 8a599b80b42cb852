package org.tongqu.platform.data.harvest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.env.StandardEnvironment;
import org.tongqu.design.TextsBundle;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform._support.StartedPlatform;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.harvest.ForeignCatalog;
import org.tongqu.platform.data.harvest.ForeignEntry;
import org.tongqu.platform.data.harvest.HarvestRefusal;
import org.tongqu.platform.data.harvest.HarvestRun;
import org.tongqu.platform.data.harvest.Harvests;
import org.tongqu.platform.data.harvest.RejectedRecord;
import org.tongqu.platform.data.harvest.Source;
import org.tongqu.platform.data.harvest.Source.Audience;
import org.tongqu.platform.data.harvest.Source.Line;
import org.tongqu.platform.data.harvest.SourceStanding;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.trust.identity.SignedIn;

/** Harvests of the started platform, by somebody of the data authority. */
final class Harvesting {

    private static final AtomicInteger SOURCES = new AtomicInteger();

    final SignedIn.Officer authority = new SignedIn.Officer(
            "harvest-account", "harvest-staff", "郑和", "11110105MB0H0001XX", Set.of(Compiling.AUTHORITY));
    private final StartedPlatform platform;

    Harvesting(StartedPlatform platform) {
        this.platform = platform;
    }

    Harvests harvests() {
        return platform.bean(Harvests.class);
    }

    Source source(Source.Kind kind, String address) {
        var said = new Source.Declared(
                "邻市目录 " + SOURCES.incrementAndGet(), kind, address, Line.OPEN, Audience.EVERYBODY, 0);
        return done(harvests().name(authority, said));
    }

    /** The only one of that name. */
    Source named(String name) {
        var found = harvests().standings().stream()
                .map(SourceStanding::source)
                .filter(source -> source.said().name().equals(name))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** The demo's neighbour, which has not begun to answer yet. */
    DemoCatalogue demo() {
        return new DemoCatalogue(
                platform.bean(SourceStore.class),
                platform.bean(TextsBundle.class),
                Mode.DEMO,
                new StandardEnvironment(),
                Clock.systemUTC());
    }

    static <T> T done(Outcome<T, HarvestRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<T, HarvestRefusal>(var value) -> value;
            case Outcome.Refused<T, HarvestRefusal>(var why) -> throw new IllegalStateException(why.toString());
        };
    }

    HarvestRun harvested(Source source) {
        var id = done(harvests().begin(authority, source));
        return platform.bean(Harvester.class).carryOn(id).orElseThrow();
    }

    /** Goes on with it as if the time had come. */
    HarvestRun later(HarvestRun run) {
        platform.database()
                .asOwner()
                .sql("UPDATE harvest.run SET resume_at = started_at WHERE id = ?")
                .param(run.id())
                .update();
        return platform.bean(Harvester.class).carryOn(run.id()).orElseThrow();
    }

    /** Nothing was heard of its program for too long. */
    void expire(HarvestRun run) {
        platform.database()
                .asOwner()
                .sql("UPDATE harvest.run SET leased_until = started_at WHERE id = ?")
                .param(run.id())
                .update();
    }

    void rewrite(RejectedRecord rejected, String what, String otherwise) {
        platform.database()
                .asOwner()
                .sql("UPDATE harvest.rejected SET raw = replace(raw, ?, ?) WHERE id = ?")
                .params(what, otherwise, rejected.id())
                .update();
    }

    HarvestRun last(Source source) {
        return harvests().runs(source, Long.MAX_VALUE, 1).getFirst();
    }

    /** Another program on the same store. */
    Harvester another() {
        return new Harvester(
                List.of(platform.bean(CkanReader.class), platform.bean(DcatReader.class)),
                platform.bean(SourceStore.class),
                platform.bean(Keeping.Kept.class),
                Clock.systemUTC());
    }

    List<RejectedRecord> rejected(Source source) {
        return harvests().rejected(source, Long.MAX_VALUE, 1000);
    }

    ForeignEntry entry(Source source, String identifier) {
        var id = platform.database()
                .asOwner()
                .sql("SELECT id FROM harvest.entry WHERE source = ? AND foreign_id = ?")
                .params(source.id(), identifier)
                .query(Long.class)
                .single();
        return platform.bean(ForeignCatalog.class)
                .find(ForeignCatalog.Reader.OFFICER, id)
                .orElseThrow();
    }
}
