package org.tongqu.platform.trust.identity;

/** By which door somebody comes in; an account opens one of them only. */
public enum Door {
    CITIZEN("/sign-in", "/"),
    OFFICER("/desk/sign-in", "/desk");

    private final String path;
    private final String behind;

    Door(String path, String behind) {
        this.path = path;
        this.behind = behind;
    }

    /** Where the sign-in page is. */
    public String path() {
        return path;
    }

    /** Where one stands after signing in, having come from nowhere else. */
    public String behind() {
        return behind;
    }
}
