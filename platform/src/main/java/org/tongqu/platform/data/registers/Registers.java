package org.tongqu.platform.data.registers;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.engines.forms.Prefill;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.OrganisationCode;
import org.tongqu.platform.data.registers.internal.BaseRegister;
import org.tongqu.platform.data.registers.internal.OrganisationCodes;
import org.tongqu.platform.data.registers.internal.RegisterPrefill;
import org.tongqu.platform.data.registers.internal.RegisterWriter;

/** The verbs of the registers. */
@Service
public class Registers {

    public static final String POPULATION = "population";
    public static final String LEGAL_PERSON = "legal-person";

    private final List<BaseRegister> registers;
    private final RegisterWriter writer;
    private final OrganisationCodes codes;

    Registers(List<BaseRegister> registers, RegisterWriter writer, OrganisationCodes codes) {
        this.registers = List.copyOf(registers);
        this.writer = writer;
        this.codes = codes;
    }

    /** Writes in the caller's transaction: the record stands if, and only if, the decision stands. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<RegisterRecord, WriteRefusal> write(RegisterEntry entry, Source source) {
        return register(entry.register())
                .map(register -> writer.write(register, entry, source))
                .orElseGet(() -> Outcome.refused(new WriteRefusal.UnknownRegister(entry.register())));
    }

    /** What the register says of the entity; empty also for an identifier that cannot be one. */
    @Transactional(readOnly = true)
    public Optional<RegisterRecord> find(String register, String identifier) {
        return register(register).flatMap(it -> it.find(identifier));
    }

    /**
     * Records by name: legal persons whose name contains the words, persons whose name begins with them. By name, after
     * the one named.
     */
    @Transactional(readOnly = true)
    public List<RegisterRecord> search(String register, String name, String afterIdentifier, int limit) {
        return register(register)
                .map(it -> it.search(name.strip(), afterIdentifier, limit))
                .orElse(List.of());
    }

    /** Whether a legal person bears exactly this name. */
    @Transactional(readOnly = true)
    public boolean isNameTaken(String name) {
        return register(LEGAL_PERSON).orElseThrow().bears(name);
    }

    /** How the record came to be what it is, the oldest change first. */
    @Transactional(readOnly = true)
    public List<RegisterChange> history(String register, String identifier) {
        return register(register).map(it -> writer.history(it, identifier)).orElse(List.of());
    }

    /** A code that no body had and none will be given again, also when the transaction is given up. */
    public OrganisationCode nextOrganisationCode() {
        return codes.next();
    }

    /** The code that the running number stands for; {@link #nextOrganisationCode} gives them out from 0. */
    public static OrganisationCode organisationCode(long running) {
        return OrganisationCodes.code(running);
    }

    /** Answers forms from these registers: only about the subject itself. */
    public Prefill prefill() {
        return new RegisterPrefill(this::find);
    }

    private Optional<BaseRegister> register(String name) {
        return registers.stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
