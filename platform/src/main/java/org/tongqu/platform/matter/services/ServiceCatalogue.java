package org.tongqu.platform.matter.services;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.reading.PackProblem;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.services.internal.PackShelf;

/** The verbs of the catalogue. What is current stays the same but for processes that are revised. */
@Service
public class ServiceCatalogue {

    private static final Duration COUNTED = Duration.ofDays(90);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final PackShelf shelf;
    private final ObjectProvider<ItemUsage> usage;
    private final Clock clock;
    private volatile Counts counts = new Counts(Instant.MIN, Map.of());

    private record Counts(Instant at, Map<String, Long> byPack) {}

    ServiceCatalogue(PackShelf shelf, ObjectProvider<ItemUsage> usage, Clock clock) {
        this.shelf = shelf;
        this.usage = usage;
        this.clock = clock;
    }

    /** Every service that can be asked for, the most used first. */
    public List<ItemSummary> items() {
        var used = used();
        return shelf.current().stream()
                .map(pack -> summary(pack, used.getOrDefault(pack.id(), 0L)))
                .sorted(Comparator.comparingLong(ItemSummary::used).reversed().thenComparing(ItemSummary::packId))
                .toList();
    }

    /** The services in which every one of the words occurs, in either language; those with a word in the title first. */
    public List<ItemSummary> search(String words) {
        var wanted = Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return items().stream()
                .filter(item -> {
                    var text = text(pack(item.packId()));
                    return wanted.stream().allMatch(text::contains);
                })
                .sorted(Comparator.comparingInt(item -> wanted.stream().anyMatch(flat(item.title())::contains) ? 0 : 1))
                .toList();
    }

    /** The pack that applies to whoever asks today. */
    public Optional<Pack> findPack(String packId) {
        return shelf.find(packId);
    }

    /**
     * The pack that applies to whoever asks today.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Pack pack(String packId) {
        return findPack(packId).orElseThrow(() -> new IllegalArgumentException("There is no pack " + packId));
    }

    /** The pack a matter was opened with, also when the folder says something else by now. */
    public Pack packByHash(String contentHash) {
        return shelf.byHash(contentHash);
    }

    /** The files of the pack that applies today. */
    public PackContent content(String packId) {
        return PackContent.of(shelf.files(pack(packId).contentHash()));
    }

    /** What is wrong in the folder of packs. A pack with an error cannot be asked for. */
    public List<PackProblem> problems() {
        return shelf.problems();
    }

    /** How many papers nobody had to hand in within the last year, by pack; packs of which none was spared are missing. */
    public Map<String, Long> waived() {
        return usage.stream()
                .findFirst()
                .map(source -> source.waivedSince(clock.instant().minus(YEAR)))
                .orElse(Map.of());
    }

    private Map<String, Long> used() {
        var now = clock.instant();
        var known = counts;
        if (known.at().equals(Instant.MIN) || known.at().plus(FRESH).isBefore(now)) {
            known = usage.stream()
                    .findFirst()
                    .map(source -> new Counts(now, source.applicationsSince(now.minus(COUNTED))))
                    .orElseGet(() -> new Counts(now, Map.of()));
            counts = known;
        }
        return known.byPack();
    }

    private static ItemSummary summary(Pack pack, long used) {
        var identity = pack.item().identity();
        return new ItemSummary(
                pack.id(),
                pack.version(),
                pack.title(),
                pack.summary(),
                pack.owner(),
                identity.objects(),
                identity.topics(),
                identity.events(),
                identity.handling(),
                used);
    }

    private static String text(Pack pack) {
        var item = pack.item();
        return Stream.of(
                        Stream.of(pack.title(), pack.summary()),
                        item.identity().topics().stream(),
                        item.results().stream().map(result -> result.title()),
                        item.questions().stream().map(question -> question.asked()),
                        pack.form().materials().stream().map(material -> material.title()))
                .flatMap(labels -> labels)
                .map(ServiceCatalogue::flat)
                .reduce("", (before, next) -> before + " " + next);
    }

    private static String flat(Label label) {
        return (label.zh() + " " + label.en()).toLowerCase(Locale.ROOT);
    }
}
