/**
 * The protocol under everything that can happen to it: real workers over a queue and a store in
 * memory, each in a thread that runs only when a seeded schedule says so. A {@code Schedule} is one
 * such story, the {@code Invariants} what must hold of every one.
 */
@NullMarked
package io.github.warmbatch.simulation;

import org.jspecify.annotations.NullMarked;
