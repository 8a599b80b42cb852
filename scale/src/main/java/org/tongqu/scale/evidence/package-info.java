/**
 * The linkage by evidence on a cluster: rows are counted, brought together by the keys of blocks, held against each other,
 * and scored by the weights that the counts of all of them come to.
 *
 * <pre>
 * rows ──► mentions, counted (first job) ──► rows by block ──► pairs, each once ──► patterns, counted ──┐
 *      ──► pairs drawn at random ──► patterns, counted ──────────────────────────────────────► weights, at one place
 *                              pairs with how rare their names are ──► scores ──► the best, each row once, at one place
 * </pre>
 */
@NullMarked
package org.tongqu.scale.evidence;

import org.jspecify.annotations.NullMarked;
