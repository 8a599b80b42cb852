package org.tongqu.platform.data.golden.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tongqu.engines.packs.reading.RegisterPacks;
import org.tongqu.engines.registers.GoldenRule;
import org.tongqu.engines.registers.Register;

/** The registers that the packs declare, as they were when the program started. */
@Component
public class RegisterBook {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterBook.class);

    private final Map<String, Register> registers = new LinkedHashMap<>();
    private final Map<String, GoldenRule> rules = new LinkedHashMap<>();

    RegisterBook(Environment environment) {
        var packs = Path.of(environment.getProperty("tongqu.packs", "packs"));
        if (!Files.isDirectory(packs)) {
            return;
        }
        var reading = RegisterPacks.readAll(packs);
        reading.problems().forEach(problem -> LOG.error("A register cannot be used: {}", problem));
        reading.registers().forEach(register -> {
            registers.put(register.code(), register);
            rules.put(register.code(), new GoldenRule(register));
        });
    }

    /** Base registers first. */
    public List<Register> all() {
        return registers.values().stream()
                .sorted(java.util.Comparator.comparing(Register::tier))
                .toList();
    }

    public Optional<Register> find(String code) {
        return Optional.ofNullable(registers.get(code));
    }

    GoldenRule rule(Register register) {
        var rule = rules.get(register.code());
        return rule == null ? new GoldenRule(register) : rule;
    }
}
