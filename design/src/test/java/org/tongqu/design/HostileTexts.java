package org.tongqu.design;

/** Says something malicious wherever a component says something. */
record HostileTexts(Texts usual) implements Texts {

    private static final String ATTACK =
            "\"' onfocus=alert(1) x=\"></textarea></title><script>alert(1)</script><img src=x>";

    @Override
    public Language language() {
        return usual.language();
    }

    @Override
    public String say(String key, Object... arguments) {
        return key.startsWith("design.format.") ? usual.say(key) : ATTACK;
    }

    @Override
    public boolean knows(String key) {
        return usual.knows(key);
    }
}
