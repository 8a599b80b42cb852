package org.tongqu.bench.program;

/**
 * Somebody the bench may sign in as.
 *
 * @param door the address of the sign-in page
 */
public record Account(String door, String name, String password) {

    /** Officers come in by the desk's own door. */
    public boolean isOfficer() {
        return door.startsWith("/desk");
    }
}
