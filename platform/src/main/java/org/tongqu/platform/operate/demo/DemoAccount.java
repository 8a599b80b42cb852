package org.tongqu.platform.operate.demo;

import org.tongqu.kernel.text.Label;
import org.tongqu.platform.trust.identity.Door;

/**
 * An account whose password everybody may know.
 *
 * @param signInName what is typed at the door
 * @param account its id; for officers the staff id is the one to look for in the directory
 * @param actor staff id or account
 */
public record DemoAccount(Door door, String signInName, String account, String actor, String name, Label role) {}
