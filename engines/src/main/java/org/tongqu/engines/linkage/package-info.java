/**
 * Which records of two lists are of the same person, where no identifier says so: by evidence, each piece weighed by how
 * often it agrees in matches and how often by chance (Fellegi and Sunter), both estimated from the lists themselves.
 *
 * <pre>
 * rows ──► columns (evidence, folded once) ──► blocking (candidate pairs) ──► levels of agreement ──► patterns, counted
 *      ──► by chance: random pairs · in matches: expectation and maximisation ──► weights ──► best pairs, each row once
 * </pre>
 *
 * <p>Pure: the same rows, plan and seed give the same links. All in primitive arrays, so that lists of some hundred
 * thousand rows fit a small heap.
 */
@NullMarked
package org.tongqu.engines.linkage;

import org.jspecify.annotations.NullMarked;
