package org.tongqu.platform.data.comparison.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.packs.reading.ComparisonPacks;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.comparison.ChecksRead;
import org.tongqu.platform.data.comparison.PlannedJob;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.golden.GoldenRegisters;

/** The comparisons that packs declare, as far as their flows are known here. */
@Component
public class JobBook {

    private static final Logger LOG = LoggerFactory.getLogger(JobBook.class);

    private final Map<String, PlannedJob> jobs = new ConcurrentHashMap<>();
    private final Flows flows;
    private final GoldenRegisters registers;
    private final RunStore runs;
    private final ApplicationEventPublisher events;
    private final Path packs;

    JobBook(
            Flows flows,
            GoldenRegisters registers,
            RunStore runs,
            ApplicationEventPublisher events,
            Environment environment) {
        this.flows = flows;
        this.registers = registers;
        this.runs = runs;
        this.events = events;
        this.packs = Path.of(environment.getProperty("tongqu.packs", "packs"));
    }

    /** By their code. */
    public List<PlannedJob> all() {
        return jobs.values().stream()
                .sorted(java.util.Comparator.comparing(PlannedJob::code))
                .toList();
    }

    public Optional<PlannedJob> find(String code) {
        return Optional.ofNullable(jobs.get(code));
    }

    /** Those that read what the flow delivers. */
    List<PlannedJob> reading(String flow) {
        return all().stream()
                .filter(planned -> planned.job().flows().contains(flow))
                .toList();
    }

    /** Those that lay a delivery beside the register. */
    List<PlannedJob> beside(String register) {
        return all().stream()
                .filter(planned -> planned.register()
                        .filter(one -> one.code().equals(register))
                        .isPresent())
                .toList();
    }

    /** Takes a job over; nothing when one of its flows, or its register, is not known here. */
    public Optional<PlannedJob> declare(ComparisonJob job) {
        var register = job.register().flatMap(side -> registers.find(side.register()));
        if (job.isByRegister() && register.filter(known -> knows(known, job)).isEmpty()) {
            return Optional.empty();
        }
        var planned = flows.find(job.about().flow())
                .flatMap(about ->
                        flows.find(job.other().flow()).map(against -> new PlannedJob(job, about, against, register)));
        planned.ifPresent(known -> {
            runs.keep(known);
            jobs.put(known.code(), known);
        });
        return planned;
    }

    private static boolean knows(Register register, ComparisonJob job) {
        return job.register().stream()
                .flatMap(side -> side.attributes(job).stream())
                .allMatch(name -> register.findAttribute(name).isPresent());
    }

    /** After the flows, which are taken over first. */
    @EventListener
    @Order(1)
    void on(ApplicationReadyEvent ready) {
        if (!Files.isDirectory(packs)) {
            return;
        }
        var reading = ComparisonPacks.readAll(packs, registers.registers());
        reading.problems().forEach(problem -> LOG.error("A comparison cannot be used: {}", problem));
        events.publishEvent(new ChecksRead(reading.checks()));
        for (var job : reading.jobs()) {
            if (declare(job).isEmpty()) {
                LOG.info("The comparison {} has no flows or no register here and is left out", job.code());
            }
        }
    }
}
