/**
 * The queue of jobs: what to try next, and who is trying it.
 *
 * <p>{@link io.github.warmbatch.queue.JobQueue} is the SPI, {@link
 * io.github.warmbatch.queue.InMemoryJobQueue} the implementation for tests and single processes. A
 * queue delivers at least once; that a data set counts exactly once is decided by the lineage, not
 * here. Depends on no other package of this library.
 *
 * <p>Whoever writes a queue of their own proves it by extending {@code JobQueueContract}; whoever
 * tests what stands on a queue puts {@code Faults} around it. Both are in this package of the tests
 * jar.
 */
@NullMarked
package io.github.warmbatch.queue;

import org.jspecify.annotations.NullMarked;
