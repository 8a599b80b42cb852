package org.tongqu.platform.trust.journal;

/** The last link: whoever keeps its hash can prove that nothing before it was changed. */
public record ChainHead(long link, String hash) {}
