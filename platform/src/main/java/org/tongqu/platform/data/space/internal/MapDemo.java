package org.tongqu.platform.data.space.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongqu.engines.registers.Delivered;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.platform.data.golden.GoldenRecord.AsOf;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.operate.start.AfterServing;
import org.tongqu.platform.operate.start.Mode;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Division;
import org.tongqu.platform.trust.journal.Entry;

/**
 * What lies on the map of the demo city, delivered into its registers once, some seconds after the platform serves: nobody
 * waits for it at the first start.
 */
@Component
public class MapDemo {

    private static final Logger LOG = LoggerFactory.getLogger(MapDemo.class);
    private static final DivisionCode CITY = new DivisionCode("999900");

    private final GoldenRegisters registers;
    private final Directory directory;
    private final Clock clock;
    private final Duration after;
    private final boolean isWanted;

    MapDemo(GoldenRegisters registers, Directory directory, Mode mode, Environment environment, Clock clock) {
        this.registers = registers;
        this.directory = directory;
        this.clock = clock;
        this.after = environment.getProperty("tongqu.space.demo.after", Duration.class, Duration.ofSeconds(5));
        this.isWanted = mode == Mode.DEMO && environment.getProperty("tongqu.demo.load", Boolean.class, true);
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (isWanted) {
            AfterServing.run(after, "map-demo", this::loadOnce);
        }
    }

    private void loadOnce() {
        try {
            if (directory.findDivision(CITY).isPresent()) {
                load();
            }
        } catch (RuntimeException e) {
            LOG.warn("The map of the demo city could not be delivered; the next start tries again", e);
        }
    }

    private void load() {
        List<Division> communities = new ArrayList<>();
        List<Division> above = new ArrayList<>();
        above.add(directory.division(CITY));
        for (var district : directory.children(CITY)) {
            above.add(district);
            for (var street : directory.children(district.code())) {
                above.add(street);
                communities.addAll(directory.children(street.code()));
            }
        }
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var made = new MapDelivery(above, communities, today.minusDays(30));
        var began = System.nanoTime();
        // The components come last: while theirs is missing, the whole is delivered again, and what is there is left
        // alone.
        if (deliver("natural-space", made.space(), today) && deliver("city-component", made.components(), today)) {
            LOG.info("The map of the demo city was delivered in {} ms", (System.nanoTime() - began) / 1_000_000);
        }
    }

    /** @return whether it was not there */
    private boolean deliver(String code, List<Delivered> records, LocalDate today) {
        var register = registers.find(code);
        if (register.isEmpty()
                || records.isEmpty()
                || registers
                        .record(register.get(), records.getLast().identifier(), AsOf.on(today))
                        .isPresent()) {
            return register.isPresent() && code.equals("natural-space");
        }
        registers.deliver(
                register.get(), register.get().sources().getFirst().code(), Entry.Doer.SYSTEM, records.iterator());
        return true;
    }
}
