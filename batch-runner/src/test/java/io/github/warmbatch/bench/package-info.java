/**
 * How fast the queue is: {@code SpeedReport} measures it beside others and prints tables. Compiled
 * with every build, run by the profile {@code bench} alone; see {@code docs/performance.md}.
 */
@NullMarked
package io.github.warmbatch.bench;

import org.jspecify.annotations.NullMarked;
