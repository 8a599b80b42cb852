package org.tongqu.platform.trust.identity;

/**
 * A try to come in.
 *
 * @param name a citizen number or mobile at the citizens' door, a sign-in name at the officers'
 * @param from the browser that tries
 */
public record SignInCommand(Door door, String name, String password, Browser from) {

    /**
     * Where a request comes from.
     *
     * @param address IP address
     * @param agent what the browser calls itself, cut to 300 characters
     */
    public record Browser(String address, String agent) {

        private static final int LONGEST = 300;

        public Browser {
            agent = agent.length() > LONGEST ? agent.substring(0, LONGEST) : agent;
        }
    }

    /** Never prints the password. */
    @Override
    public String toString() {
        return "SignInCommand[" + door + ", from " + from.address() + "]";
    }
}
