package org.tongqu.platform.data.use;

/**
 * A system that asks something of a register.
 *
 * @param token its key; empty when it showed none
 * @param purpose what for, by code
 * @param matter number of the matter that needs it; empty when none does
 */
public record Caller(String token, String purpose, String matter, String register) {

    @Override
    public String toString() {
        return "Caller[register=" + register + ", purpose=" + purpose + "]";
    }
}
