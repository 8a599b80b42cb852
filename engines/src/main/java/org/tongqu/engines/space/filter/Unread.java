package org.tongqu.engines.space.filter;

/** What a reader throws to itself where it cannot go on. */
final class Unread extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient FilterRefusal refusal;

    Unread(FilterRefusal.Kind kind, Said said) {
        super(kind.name());
        this.refusal = new FilterRefusal(kind, said.at(), said.text());
    }

    FilterRefusal refusal() {
        return refusal;
    }

    /** Where something stands. @param text what stands there */
    record Said(String at, String text) {}
}
