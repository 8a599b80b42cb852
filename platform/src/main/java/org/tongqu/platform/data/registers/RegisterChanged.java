package org.tongqu.platform.data.registers;

/**
 * A record was written. Announced in the transaction of the write.
 *
 * @param written what was said by it: fields that it does not name stayed as they were
 */
public record RegisterChanged(RegisterEntry written, Source source) {

    @Override
    public String toString() {
        return "RegisterChanged[register=" + written.register() + "]";
    }
}
