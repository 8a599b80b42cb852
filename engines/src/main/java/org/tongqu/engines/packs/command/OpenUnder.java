package org.tongqu.engines.packs.command;

/**
 * What is open under one version of a pack.
 *
 * @param cases that end under it, whatever is published
 * @param drafts not handed in yet
 */
public record OpenUnder(String packId, String version, long cases, long drafts) {}
