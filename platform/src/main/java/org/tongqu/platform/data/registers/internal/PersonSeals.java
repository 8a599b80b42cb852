package org.tongqu.platform.data.registers.internal;

import org.tongqu.kernel.proof.FieldCipher;
import org.tongqu.platform.trust.seals.Seals;

/** The ciphers of the fields of a person. */
record PersonSeals(FieldCipher number, FieldCipher address, FieldCipher phone, FieldCipher more) {

    static PersonSeals of(Seals seals) {
        return new PersonSeals(
                seals.cipher("registers.population.number"),
                seals.cipher("registers.population.address"),
                seals.cipher("registers.population.phone"),
                seals.cipher("registers.population.more"));
    }
}
