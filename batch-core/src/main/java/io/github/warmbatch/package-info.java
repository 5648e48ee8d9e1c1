/**
 * The first thing to touch: {@code BatchWorker}, which takes data sets from a queue, carries one
 * model on over them and leaves checkpoints. Depends on all other packages; none depends on it.
 */
@NullMarked
package io.github.warmbatch;

import org.jspecify.annotations.NullMarked;
